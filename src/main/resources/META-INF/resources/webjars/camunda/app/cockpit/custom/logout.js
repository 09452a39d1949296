// The web application's "Log out" forgets only its own part of the session: the next page would be logged in
// again. So the click goes to the suite's log-out before the web application sees it.
const root = document.querySelector('base').getAttribute('app-root') || '/camunda';
const suite = root.slice(0, root.lastIndexOf('/'));
let leaving = false;

document.addEventListener(
  'click',
  (event) => {
    if (event.target.closest('.logout')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      leaving = true;
      location.assign(suite + '/logout');
    }
  },
  true
);

// The web application's own log-in form is closed here: whoever ends up at it belongs on the suite's. Not while somebody
// is on the way out: what still runs here notices first that the session is over, and would cut that way short.
const atLogin = () => !leaving && /^#!?\/login/.test(location.hash) && location.assign(suite + '/login');
window.addEventListener('hashchange', atLogin);
window.addEventListener('popstate', atLogin);
