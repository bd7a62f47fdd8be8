// Two records side by side. Keys: y same, n different, u unsure, z undo, Enter when all is done.
const WORDS = {
  vi: {same: "Một người", different: "Hai người", unsure: "Chưa rõ", undo: "Lùi lại", done: "Đã xong mọi cặp.",
    close: "Kết thúc", closed: "Đã lưu. Có thể đóng trang này.", pair: "Cặp", score: "điểm", last: "Vừa chọn",
    keys: "Phím: y một người · n hai người · u chưa rõ · z lùi lại", end: "Phím: z lùi lại · Enter kết thúc",
    missing: "không có", name: "Hai bản ghi này có phải của một người?"},
  en: {same: "Same", different: "Different", unsure: "Unsure", undo: "Undo", done: "All pairs are answered.",
    close: "Finish", closed: "Saved. This page can be closed.", pair: "Pair", score: "weight", last: "Last answer",
    keys: "Keys: y same · n different · u unsure · z undo", end: "Keys: z undo · Enter finish",
    missing: "missing", name: "Are these two records one person?"},
};
const KEYS = {y: "same", n: "different", u: "unsure", z: "undo", Backspace: "undo"};

function node(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function value(segments, words) {
  if (!segments.length) return node("td", {}, node("span", {class: "soft"}, words.missing));
  return node("td", {}, ...segments.map(([text, differs]) => (differs ? node("mark", {}, text) : text)));
}

function card(view, words) {
  const {pair} = view;
  const head = node("div", {class: "head"}, node("span", {},
    node("b", {}, `${words.pair} ${view.done + 1} / ${view.total}`), ` · ${words.name}`));
  if (pair.weight !== undefined) {
    // What is not certain is not called 100 %.
    const percent = pair.probability > 0.999 ? "> 99.9" : (pair.probability * 100).toFixed(1);
    const score = `${words.score} ${pair.weight.toFixed(1)} · ${percent} %`;
    head.append(node("span", {class: "soft score"}, score));
  }
  const rows = pair.rows.map((row) =>
    node("tr", {}, node("th", {scope: "row"}, row.label), value(row.left, words), value(row.right, words)));
  const ids = node("tr", {}, node("td", {}), node("th", {scope: "col"}, pair.left_id), node("th", {scope: "col"}, pair.right_id));
  return [head, node("div", {class: "wide"}, node("table", {}, node("thead", {}, ids), node("tbody", {}, ...rows)))];
}

function render({model, el}) {
  let view = null;
  let waiting = true;
  const root = node("div", {class: "hoten-review", tabindex: "0", role: "group"});
  el.append(root);

  const tell = (action) => {
    if (waiting || !view) return;
    if (action !== "undo" && action !== "close" && !view.pair) return;
    waiting = true;
    model.send({do: action, at: view.pair ? [view.pair.left_id, view.pair.right_id] : null});
    if (action === "close") root.replaceChildren(node("p", {}, WORDS[view.lang]?.closed ?? WORDS.en.closed));
  };

  const draw = () => {
    const words = WORDS[view.lang] ?? WORDS.en;
    root.setAttribute("aria-label", words.name);
    const status = node("p", {class: "soft", "aria-live": "polite"},
      [view.last && `${words.last}: ${words[view.last]}`, view.pair ? words.keys : words.end].filter(Boolean).join(". "));
    const actions = view.pair ? ["same", "different", "unsure", "undo"] : ["undo", "close"];
    const buttons = actions.map((action) => {
      const button = node("button", {type: "button", class: action}, words[action]);
      button.addEventListener("click", () => tell(action));
      return button;
    });
    const body = view.pair ? card(view, words) : [node("p", {class: "all"}, `${words.done} ${view.done} / ${view.total}`)];
    root.replaceChildren(...body, node("div", {class: "buttons"}, ...buttons), status);
    root.dataset.done = view.done;
    root.focus({preventScroll: true});
  };

  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      ?? (event.key === "Enter" && view && !view.pair && event.target === root ? "close" : null);
    if (!action) return;
    // A notebook has meanings of its own for single letters.
    event.preventDefault();
    event.stopPropagation();
    tell(action);
  });
  model.on("msg:custom", (message) => {
    view = message;
    waiting = false;
    draw();
  });
  model.send({do: "show"});
}

export default {render};
