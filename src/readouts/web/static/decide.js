"use strict";
/* Words marked in a full text go into the form that corrects them, with the place where they stand. */
(() => {
  const form = document.getElementById("words");
  if (!form) return;
  const offer = document.createElement("button");
  offer.type = "button";
  offer.className = "offer";
  offer.hidden = true;
  offer.textContent = "Correct these words";
  document.body.append(offer);
  let marked = null;

  const characters = (words) => [...words].length;

  /* Where a point of the page stands in its text, in characters; words that the page added are not counted. */
  function place(node, offset) {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(".full [id^='t']");
    if (!piece || node.nodeType !== Node.TEXT_NODE) return null;
    const before = document.createRange();
    before.setStart(piece, 0);
    before.setEnd(node, offset);
    return { text: piece.closest(".full").dataset.text, at: Number(piece.id.split("-")[1]) + characters(before.toString()) };
  }

  function look() {
    const selection = getSelection();
    marked = null;
    if (selection.rangeCount && !selection.isCollapsed) {
      const range = selection.getRangeAt(0);
      const start = place(range.startContainer, range.startOffset);
      const end = place(range.endContainer, range.endOffset);
      if (start && end && start.text === end.text && end.at > start.at) marked = { ...start, words: words(range) };
    }
    offer.hidden = !marked;
  }

  function words(range) {
    const copy = range.cloneContents();
    for (const added of copy.querySelectorAll(".why, .to-row, .to-note, .restored")) added.remove();
    return copy.textContent;
  }

  document.addEventListener("selectionchange", look);
  offer.addEventListener("click", () => {
    form.elements.text.value = marked.text;
    form.elements.exact.value = marked.words;
    form.elements.start.value = marked.at;
    offer.hidden = true;
    form.scrollIntoView({ block: "center" });
    form.elements.person.focus();
  });
  form.elements.exact.addEventListener("input", () => (form.elements.start.value = ""));
})();
