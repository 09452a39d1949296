// The web application sorts by date of creation unless its address says otherwise, whatever a filter says.
const [path, query] = location.hash.replace(/^#!?/, '').split('?');
const asked = new URLSearchParams(query);

if (!asked.has('sorting')) {
  asked.set(
    'sorting',
    JSON.stringify([
      {sortBy: 'dueDate', sortOrder: 'asc'},
      {sortBy: 'priority', sortOrder: 'desc'}
    ])
  );
  location.replace('#' + (path || '/') + '?' + asked);
}
