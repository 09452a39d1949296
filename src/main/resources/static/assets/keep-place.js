// A link may name a place within a page, behind "#". Browsers never send it, but carry it along while they are sent on: to this
// page, and from the answer of its form if the form's own address has it. Where another server asks for the password, and
// forgets it, the suite is told the place instead and sends people back to it.
(function () {
  var place = location.hash;
  var form = document.querySelector("form.login");
  var link = document.querySelector("a[data-log-in]");

  if (form && place) {
    form.action = form.action.split("#")[0] + place;
  }
  if (link && place) {
    link.href = link.href.split("?")[0] + "?place=" + encodeURIComponent(place);
  }
  if (link && link.dataset.logIn === "at-once") {
    location.replace(link.href);
  }
})();
