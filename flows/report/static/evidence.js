// Evidence as elements: segments are [text, roles], roles a list of names, empty for plain words.
"use strict";

window.pledgebook.evidence = (segments) => {
  const words = document.createDocumentFragment();
  segments.forEach(([text, roles], index) => {
    if (roles.length === 0) {
      words.append(text);
      return;
    }
    const after = segments[index + 1]?.[1] ?? [];
    const mark = document.createElement("mark");
    mark.className = roles.map((role) => `role-${role}`).join(" ");
    mark.dataset.ends = roles.filter((role) => !after.includes(role)).join(", ");
    mark.append(text);
    words.append(mark);
  });
  return words;
};
