// The web application's "Log out" forgets only its own part of the session: the next page would be logged in
// again. So the click goes to the suite's log-out before the web application sees it.
const root = document.querySelector('base').getAttribute('app-root') || '/camunda';
const suite = root.slice(0, root.lastIndexOf('/'));

document.addEventListener(
  'click',
  (event) => {
    if (event.target.closest('.logout')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      location.assign(suite + '/logout');
    }
  },
  true
);

// The web application's own log-in form is closed here: whoever ends up at it belongs on the suite's.
const atLogin = () => /^#!?\/login/.test(location.hash) && location.assign(suite + '/login');
window.addEventListener('hashchange', atLogin);
window.addEventListener('popstate', atLogin);
