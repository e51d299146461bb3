"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rows = all("tr.point");
  const section = document.querySelector(".texts");
  const title = document.querySelector(".frame-title");
  const texts = all(".full");
  const status = document.querySelector(".status");
  let opener = null;

  document.documentElement.classList.add("scripted");

  const shown = (row) => row.offsetParent !== null || row.getClientRects().length > 0;
  const cellsOf = (row) => all("[data-cell]", row);
  const piecesOf = (token) => all(`[data-cells~="${token}"]`);
  const selecting = () => String(getSelection()).length > 0;

  function unmark(name) {
    for (const element of all(`.${name}`)) element.classList.remove(name);
  }

  function mark(name, elements) {
    unmark(name);
    for (const element of elements) element.classList.add(name);
  }

  function scrollTo(piece) {
    const text = piece.closest(".full");
    const top = piece.getBoundingClientRect().top - text.getBoundingClientRect().top;
    text.scrollTop += top - text.clientHeight / 3;
  }

  function frameTitle(row) {
    const topic = row.closest("tbody").querySelector(".topic-head span");
    const number = document.createElement("b");
    number.textContent = `Point ${row.dataset.row}`;
    title.replaceChildren(number, topic ? ` · ${topic.textContent}` : "", row.dataset.why ? ` · ${row.dataset.why}` : "");
  }

  /* Shows the passages of a row in their places, each text scrolled to its own. */
  function open(row, token) {
    section.style.minHeight = `${section.offsetHeight}px`;
    document.body.classList.add("docked");
    const tokens = cellsOf(row).map((cell) => cell.dataset.cell);
    mark("here", tokens.flatMap(piecesOf));
    mark("current", [row]);
    frameTitle(row);
    for (const text of texts) text.tabIndex = 0;
    const [first] = piecesOf(token ?? tokens[0]);
    for (const one of [...tokens].reverse()) {
      const [piece] = piecesOf(one);
      if (piece) scrollTo(piece);
    }
    row.scrollIntoView({ block: "nearest" });
    if (!first) return null;
    mark("shown", [first.closest(".full")]);
    scrollTo(first);
    return first;
  }

  /* Shows quoted words that need not belong to a row. */
  function openAt(id) {
    const piece = document.getElementById(id);
    if (!piece) return null;
    section.style.minHeight = `${section.offsetHeight}px`;
    document.body.classList.add("docked");
    title.replaceChildren("In its place in the text");
    mark("here", [piece]);
    mark("shown", [piece.closest(".full")]);
    scrollTo(piece);
    return piece;
  }

  function close() {
    if (!document.body.classList.contains("docked")) return;
    document.body.classList.remove("docked");
    section.style.minHeight = "";
    for (const text of texts) text.removeAttribute("tabindex");
    unmark("here");
    unmark("current");
    if (opener) opener.focus();
    opener = null;
  }

  function enter(piece, from) {
    if (!piece) return;
    opener = from;
    if (!piece.hasAttribute("tabindex")) piece.tabIndex = -1;
    piece.focus({ preventScroll: true });
  }

  function toRow(row) {
    if (!shown(row)) document.getElementById("show-all").checked = true;
    row.focus({ preventScroll: true });
    if (document.body.classList.contains("docked")) open(row);
    else row.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    const visible = rows.filter(shown);
    if (!visible.length) return;
    const active = document.activeElement;
    const row = active?.closest("tr.point, tr.difference") ?? document.querySelector("tr.point.current");
    const at = visible.findIndex((one) => one.dataset.row === row?.dataset.row);
    toRow(visible[Math.min(Math.max(at + by, 0), visible.length - 1)]);
  }

  /* The words of a cell as a citation: “quote” (publisher, title, day, address). */
  function citation(cell) {
    const head = document.querySelectorAll(".account")[cell.dataset.column];
    const quote = all(".passage, .gap", cell).map((part) => {
      const words = part.cloneNode(true);
      for (const added of all(".restored", words)) added.remove();
      return words.textContent.trim();
    });
    return `“${quote.join(" ")}” (${head.dataset.cite})`;
  }

  async function copy(cells) {
    if (!cells.length) return;
    try {
      await navigator.clipboard.writeText(cells.map(citation).join("\n"));
      say("Copied as a citation");
    } catch {
      say("The browser did not let the page copy");
    }
  }

  function say(words) {
    status.textContent = words;
    clearTimeout(say.later);
    say.later = setTimeout(() => (status.textContent = ""), 2500);
  }

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.target.closest("a[href^='#']");
    if (event.target.closest(".close")) return close();
    const cite = event.target.closest(".cite");
    if (cite) return copy([cite.closest(".cell")]);
    if (link?.matches(".go")) {
      event.preventDefault();
      const row = link.closest("tr.point");
      return enter(open(row, link.closest(".cell").dataset.cell), link);
    }
    if (link?.matches(".quoted")) {
      event.preventDefault();
      return enter(openAt(link.hash.slice(1)), link);
    }
    if (link?.matches(".to-row")) {
      event.preventDefault();
      return toRow(document.querySelector(link.hash));
    }
    if (link || selecting()) return;
    const passage = event.target.closest(".passage");
    if (passage) return enter(open(passage.closest("tr.point"), passage.closest(".cell").dataset.cell), passage.closest("tr.point"));
    const used = event.target.closest(".full .used");
    if (used) toRow(document.getElementById(`r${used.dataset.cells.split(/[ -]/)[0]}`));
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "Escape") return close();
    if (event.key === "j") return step(1);
    if (event.key === "k") return step(-1);
    const row = document.activeElement;
    if (event.key === "c" && row?.matches("tr.point")) return copy(cellsOf(row));
    if (event.key === "Enter" && row?.matches("tr.point")) {
      event.preventDefault();
      enter(open(row), row);
    }
  });

  /* Pointing at a cell lights its passage, and the other way round. */
  function light(target) {
    const cell = target.closest?.("[data-cell]");
    const piece = target.closest?.("[data-cells]");
    const said = target.closest?.("[data-statement], [data-statements]");
    const topic = target.closest?.("[data-topic]");
    const found = [];
    if (cell) found.push(...piecesOf(cell.dataset.cell));
    if (piece) for (const token of piece.dataset.cells.split(" ")) found.push(...all(`[data-cell="${token}"] .passage`));
    if (said) {
      for (const number of (said.dataset.statement ?? said.dataset.statements).split(" "))
        found.push(...all(`[data-statements~="${number}"], [data-statement="${number}"]`));
    }
    if (topic) found.push(...all(`.order [data-topic="${topic.dataset.topic}"]`));
    mark("lit", found);
  }
  document.addEventListener("pointerover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => light(event.target));
})();
