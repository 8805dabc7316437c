// Evidence as elements: segments are [text, roles], roles a list of names, empty for plain words.
"use strict";

window.pledgebook.evidence = (segments) => {
  const words = document.createDocumentFragment();
  for (const [text, roles] of segments) {
    if (roles.length === 0) {
      words.append(text);
      continue;
    }
    const mark = document.createElement("mark");
    mark.className = roles.map((role) => `role-${role}`).join(" ");
    mark.dataset.roles = roles.join(", ");
    mark.append(text);
    words.append(mark);
  }
  return words;
};
