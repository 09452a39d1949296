// Texts, fields, placeholders and labels that keep less contrast with their ground than WCAG 2.1 (1.4.3) asks for.
() => {
  const parse = colour => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (upper, lower) => [0, 1, 2].map(i => upper[i] * upper[3] + lower[i] * (1 - upper[3])).concat(1);
  const light = colour => {
    const [red, green, blue] = colour.slice(0, 3).map(one => {
      const part = one / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
    return (bright + 0.05) / (dark + 0.05);
  };
  const ground = element => {
    const grounds = [];
    for (let one = element; one; one = one.parentElement) grounds.unshift(parse(getComputedStyle(one).backgroundColor));
    return grounds.reduce((lower, upper) => over(upper, lower), [255, 255, 255, 1]);
  };
  const found = [];
  const look = (element, style, text) => {
    if (!element.getClientRects().length || element.closest('.visually-hidden, svg')) return;
    const behind = ground(element);
    const kept = contrast(over(parse(style.color), behind), behind);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || size >= 18.66 && Number(style.fontWeight) >= 700;
    if (kept < (large ? 3 : 4.5)) found.push(`${element.tagName} ${kept.toFixed(2)} ${text.trim().slice(0, 60)}`);
  };

  document.querySelectorAll('details').forEach(one => { one.open = true; });
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    if (texts.currentNode.nodeValue.trim() && !['SCRIPT', 'STYLE', 'OPTION'].includes(element.tagName)) {
      look(element, getComputedStyle(element), texts.currentNode.nodeValue);
    }
  }
  document.querySelectorAll('input, select, textarea').forEach(one => {
    look(one, getComputedStyle(one), one.name);
    if (one.placeholder) look(one, getComputedStyle(one, '::placeholder'), one.placeholder);
  });
  return found;
}
