// A sheet shows the one entry that the address names: its name is the page's title.
"use strict";

(() => {
  const sheet = document.title;

  const retitle = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const heading = target?.closest("article")?.querySelector("h1");
    document.title = heading ? `${heading.textContent} · Pledgebook` : sheet;
  };

  addEventListener("hashchange", retitle);
  retitle();
})();
