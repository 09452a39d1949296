// The web application names what its list is sorted by before its words have come from the server, if the browser speaks
// another language than English, and shows their keys (DUE_DATE) from then on. Until they are there, these stand in.
define(['angular'], (angular) => {
  const words = {
    PRIORITY: 'Priority',
    CREATION_DATE: 'Created',
    DUE_DATE: 'Due date',
    FOLLOW_UP_DATE: 'Follow-up date',
    TASK_NAME: 'Task name',
    ASSIGNEE: 'Assignee'
  };

  angular.module('suite.words', []).config([
    '$provide',
    ($provide) =>
      $provide.decorator('$translate', [
        '$delegate',
        ($translate) => {
          const instant = $translate.instant;
          $translate.instant = (key, ...others) => {
            const said = instant(key, ...others);
            return said === key && Object.hasOwn(words, key) ? words[key] : said;
          };
          return $translate;
        }
      ])
  ]);
});
