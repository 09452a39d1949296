// Adds a checkbox that ticks all others of a name; without this script each is ticked by itself.
document.querySelectorAll("[data-select-all]").forEach(function (heading) {
  var all = function () {
    return Array.from(heading.closest("form").querySelectorAll("input[name=" + heading.dataset.selectAll + "]"));
  };
  var box = document.createElement("input");
  box.type = "checkbox";
  box.setAttribute("aria-label", "Choose all on this page");
  box.addEventListener("change", function () {
    all().forEach(function (one) { one.checked = box.checked; });
  });
  heading.closest("form").addEventListener("change", function () {
    var chosen = all().filter(function (one) { return one.checked; }).length;
    box.checked = chosen > 0 && chosen === all().length;
    box.indeterminate = chosen > 0 && chosen < all().length;
  });
  heading.replaceChildren(box);
});
