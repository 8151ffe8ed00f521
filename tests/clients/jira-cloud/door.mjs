export default async function door({ stranger, diana }) {
  await stranger.refused('myself.getCurrentUser with a wrong token', 401);
  await stranger.refused('issues.getIssue with a wrong token', 401, { issueIdOrKey: 'ENG-1' });
  await diana.refused('issues.deleteIssue by an outsider', 403, { issueIdOrKey: 'ENG-1' });
}
