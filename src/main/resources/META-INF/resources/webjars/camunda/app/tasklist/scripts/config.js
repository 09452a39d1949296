// Takes the place of the web application's own file of this name (Camunda 7.24).
export default {
  // Log out must end the suite's session, not only the web application's own.
  // What is due first stands first, whoever opens the list.
  customScripts: ['custom/logout', 'custom/due-first'],

  // Words for what the list is sorted by.
  requireJsConfig: {
    ngDeps: ['suite.words'],
    deps: ['words'],
    paths: {words: 'custom/words'}
  },

  // As shipped.
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'},
    startProcess: {key: 'ctrl+alt+p', description: 'opens the start process modal dialog'}
  }
};
