// Buttons less than 44 px wide or high; a link inside a text is not one.
() => [...document.querySelectorAll("button:not(.link), [type=radio]")]
  .filter((node) => node.checkVisibility())
  .filter((node) => Math.min(node.getBoundingClientRect().width, node.getBoundingClientRect().height) < 44)
  .map((node) => node.outerHTML)
