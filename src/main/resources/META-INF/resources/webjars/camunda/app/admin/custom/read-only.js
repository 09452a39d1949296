// Asks the engine what may be done with people. Whoever may not create one, because they are kept by an identity provider,
// is not offered to: the style sheet hides what would only be refused.
const api = document.querySelector('base').getAttribute('engine-api');
const engine = location.pathname.split('/app/admin/')[1].split('/')[0];

fetch(api + 'engine/' + engine + '/user', {method: 'OPTIONS', headers: {Accept: 'application/json'}, credentials: 'same-origin'})
  .then((answer) => (answer.ok ? answer.json() : null))
  .then((options) => {
    if (options && !options.links.some((link) => link.rel === 'create')) {
      document.documentElement.classList.add('people-kept-elsewhere');
    }
  });
