// Takes the place of the web application's own file of this name (Camunda 7.24).
export default {
  // Log out must end the suite's session, not only the web application's own.
  // Where people and groups are kept elsewhere, nothing is offered that would change them.
  customScripts: ['custom/logout', 'custom/read-only']
};
