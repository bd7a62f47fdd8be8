//! A long call that answers to its caller: progress is told, Ctrl-C is heard, the interpreter is
//! free, and a forked process gets threads of its own.

use crate::error::{Failure, Result};
use hoten::Progress;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How long Ctrl-C may go unheard.
const PATIENCE: Duration = Duration::from_millis(50);
/// How often a callback hears of one stage.
const PAUSE: Duration = Duration::from_millis(100);

/// How far a step has come.
pub(crate) struct Step {
    pub(crate) stage: &'static str,
    pub(crate) done: u64,
    pub(crate) total: u64,
}

impl From<Progress> for Step {
    fn from(Progress { stage, done, total, .. }: Progress) -> Self {
        Self { stage: stage.as_str(), done, total }
    }
}

/// Told how far the work has come; `false` stops it.
pub(crate) type Told<'p> = dyn FnMut(Step) -> bool + Send + 'p;

/// Does `work` on a thread of its own, so that Python's signals and the callback stay on the
/// caller's. Whatever Python raises is raised at once: the work, which owns all it needs, stops at
/// its next word of progress, and frees its memory then.
pub(crate) fn run<R: Send + 'static>(
    py: Python<'_>,
    progress: Option<Py<PyAny>>,
    work: impl FnOnce(&mut Told<'_>) -> Result<R> + Send + 'static,
) -> Result<R> {
    let stop = Arc::new(AtomicBool::new(false));
    let stopped = stop.clone();
    let (send, receive) = channel::<Step>();
    let pool = pool()?;
    let spawned = thread::Builder::new().name("hoten".into()).spawn(move || {
        let tell = &mut |step| send.send(step).is_ok() && !stopped.load(Ordering::Relaxed);
        pool.install(|| work(tell))
    });
    let worker = spawned.map_err(|_| no_threads(1))?;
    py.detach(move || {
        if let Err(raised) = listen(&receive, progress.as_ref()) {
            stop.store(true, Ordering::Relaxed);
            return Err(raised.into());
        }
        match worker.join() {
            Ok(done) => done,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// [`run`] for work that tells nothing of its progress.
pub(crate) fn apart<R: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce() -> Result<R> + Send + 'static,
) -> Result<R> {
    run(py, None, |_| work())
}

/// Until the work ends, or Python raises.
fn listen(receive: &Receiver<Step>, progress: Option<&Py<PyAny>>) -> PyResult<()> {
    let mut last: Option<(&str, Instant)> = None;
    let mut heard = Instant::now();
    loop {
        let told = receive.recv_timeout(PATIENCE);
        if heard.elapsed() >= PATIENCE {
            heard = Instant::now();
            Python::attach(|py| py.check_signals())?;
        }
        match told {
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) => {}
            Ok(told) => {
                let (Some(callback), Step { stage, done, total }) = (progress, told) else {
                    continue;
                };
                if last.is_some_and(|(of, at)| of == stage && at.elapsed() < PAUSE) {
                    continue;
                }
                last = Some((stage, Instant::now()));
                Python::attach(|py| callback.call1(py, (stage, done, total)))?;
            }
        }
    }
}

/// The threads of this process. Those of a parent process are not there after a fork: the child
/// makes its own, and leaves the parent's pool alone, whose locks may be held by nobody.
pub(crate) fn pool() -> Result<Arc<ThreadPool>> {
    static POOL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);
    let mut held = POOL.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    match held.take() {
        Some((of, pool)) if of == process => {
            *held = Some((of, pool.clone()));
            return Ok(pool);
        }
        parents => std::mem::forget(parents),
    }
    let pool = ThreadPoolBuilder::new().thread_name(|at| format!("hoten-{at}")).build();
    let pool = Arc::new(pool.map_err(|_| no_threads(0))?);
    *held = Some((process, pool.clone()));
    Ok(pool)
}

fn no_threads(count: usize) -> Failure {
    hoten::Error::new(hoten::ErrorCode::NoThreads).with("threads", count.to_string()).into()
}
