//! A long call that answers to its caller: progress is told, Ctrl-C stops it.

use crate::error::{Failure, Result};
use hoten::Progress;
use pyo3::prelude::*;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long Ctrl-C may go unheard.
const PATIENCE: Duration = Duration::from_millis(100);

/// Told how far the work has come; `false` stops it.
pub(crate) type Told<'p> = dyn FnMut(Progress) -> bool + Send + 'p;

/// Runs on a thread of its own, so that Python's signals and the callback stay on the caller's.
/// To be called without the interpreter.
pub(crate) fn run<R: Send>(
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&mut Told<'_>) -> hoten::Result<R> + Send,
) -> Result<R> {
    let stop = AtomicBool::new(false);
    let (send, receive) = channel();
    std::thread::scope(|scope| {
        let worker = scope.spawn(|| {
            // Moved in, so that the channel closes when the work ends.
            let send = send;
            work(&mut |progress| {
                let heard = send.send(progress).is_ok();
                heard && !stop.load(Ordering::Relaxed)
            })
        });
        let listened = listen(&receive, progress);
        if listened.is_err() {
            stop.store(true, Ordering::Relaxed);
        }
        let ended = worker.join();
        listened?;
        match ended {
            Ok(done) => Ok(done.map_err(Failure::from)?),
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}

/// Until the work ends, or Python raises.
fn listen(receive: &Receiver<Progress>, progress: Option<&Py<PyAny>>) -> PyResult<()> {
    loop {
        match receive.recv_timeout(PATIENCE) {
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
            Err(RecvTimeoutError::Timeout) => Python::attach(|py| py.check_signals())?,
            Ok(told) => {
                if let Some(callback) = progress {
                    Python::attach(|py| {
                        py.check_signals()?;
                        callback.call1(py, (told.stage.as_str(), told.done, told.total))
                    })?;
                }
            }
        }
    }
}
