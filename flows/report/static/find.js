// Narrows a list that is in the page to the rows that hold every word; the address keeps the words.
"use strict";

(() => {
  const form = document.getElementById("find");
  const words = document.getElementById("words");
  const found = document.getElementById("found");
  const rows = [...document.querySelectorAll("main tbody tr")].filter((row) => !row.closest("figure"));
  const texts = rows.map((row) => row.textContent.toLowerCase());

  const narrow = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    rows.forEach((row, index) => {
      row.hidden = !wanted.every((word) => texts[index].includes(word));
      count += row.hidden ? 0 : 1;
    });
    found.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} shown.`;
  };

  const read = () => {
    words.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    narrow();
  };

  words.addEventListener("input", () => {
    const address = new URLSearchParams(words.value ? { q: words.value } : {});
    history.replaceState(null, "", `#${address}`);
    narrow();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  read();
})();
