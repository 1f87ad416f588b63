"use strict";
// Filters the facts by words, kind and support; opens everything for printing. The page reads well without it.
(() => {
  const byId = (id) => document.getElementById(id);
  const controls = ["find", "kind", "support"].map(byId);
  const facts = [...document.querySelectorAll(".fact")];
  const words = new Map(facts.map((fact) => [fact, fact.textContent.toLowerCase().replace(/\s+/g, " ")]));
  const sections = [...document.querySelectorAll("details.verdict")];
  const openAtFirst = new Map(sections.map((section) => [section, section.open]));

  function filter() {
    const [find, kind, support] = controls.map((control) => control.value.toLowerCase().trim());
    const wanted = find.split(/\s+/).filter(Boolean);
    const filtering = Boolean(find || kind || support);
    let shown = 0;
    for (const fact of facts) {
      const fits = (!kind || fact.dataset.kind === kind) && (!support || fact.dataset.support === support)
        && wanted.every((word) => words.get(fact).includes(word));
      fact.hidden = !fits;
      shown += fits;
    }
    for (const section of sections) {
      section.open = filtering ? Boolean(section.querySelector(".fact:not([hidden])")) : openAtFirst.get(section);
    }
    byId("found").textContent = filtering ? `${shown} of ${facts.length} facts on this page` : "";
  }

  function openTarget() {
    const target = location.hash && byId(location.hash.slice(1));
    const section = target && target.closest("details");
    if (section) {
      section.open = true;
      target.scrollIntoView();
    }
  }

  document.querySelector(".filter").hidden = facts.length === 0;
  for (const control of controls) control.addEventListener("input", filter);
  window.addEventListener("hashchange", openTarget);
  window.addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  openTarget();
})();
