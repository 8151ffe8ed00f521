import assert from 'node:assert/strict';

export default async function site({ ask, refused }) {
  await ask('serverInfo.getServerInfo', undefined, (r) => assert.equal(r.deploymentType, 'Cloud'));
  await ask('jiraSettings.getConfiguration', undefined, (r) => assert.equal(r.timeTrackingEnabled, true));
  await ask('timeTracking.getSelectedTimeTrackingImplementation', undefined, (r) => assert.equal(r.key, 'JIRA'));
  await ask('permissions.getAllPermissions', undefined, (r) => assert.ok(r.permissions.BROWSE_PROJECTS));
  await ask(
    'permissions.getMyPermissions',
    { permissions: 'EDIT_ISSUES,ADMINISTER', projectKey: 'ENG' },
    (r) => assert.deepEqual([r.permissions.EDIT_ISSUES.havePermission, r.permissions.ADMINISTER.havePermission], [true, true]),
  );
  await refused('permissions.getMyPermissions without saying which', 400, {});
  await refused('permissions.getMyPermissions that nobody knows', 400, { permissions: 'FLY' });
  await ask(
    'permissions.getBulkPermissions',
    { projectPermissions: [{ permissions: ['BROWSE_PROJECTS'], projects: [10000], issues: [] }], globalPermissions: ['ADMINISTER'] },
    (r) => assert.deepEqual(r.projectPermissions[0].projects, [10000]),
  );
  await ask('labels.getAllLabels', { maxResults: 5 }, (r) => assert.ok(r.values.length > 0));
}
