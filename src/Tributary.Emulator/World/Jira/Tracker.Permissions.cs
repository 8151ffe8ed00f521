namespace Tributary.Emulator.World.Jira;

internal sealed partial class Tracker
{
    public bool CanSee(User user, Project project) => IsIn(user, project.Viewers) || CanEdit(user, project);

    public bool CanEdit(User user, Project project) => IsIn(user, project.Editors) || CanAdminister(user, project);

    public bool CanAdminister(User user, Project project) => IsIn(user, project.Administrators) || wiki.IsAdministrator(user);

    public bool CanSee(User user, Issue issue) => CanSee(user, ProjectOf(issue));

    /// <summary>Whether a comment or a worklog is for this user's eyes.</summary>
    public bool CanSee(User user, Visibility? visibility, Project project) => visibility switch
    {
        null => true,
        { Type: "group" } group => wiki.GroupsOf(user).Any(member => member.Name == group.Value || member.Id == group.Value),
        { Value: "Administrators" } => CanAdminister(user, project),
        _ => CanEdit(user, project),
    };

    public Project VisibleProject(User user, string idOrKey) =>
        FindProject(idOrKey) is { } project && CanSee(user, project) ? project : throw JiraException.NoProject(idOrKey);

    public Issue VisibleIssue(User user, string idOrKey) => FindIssue(idOrKey) is { } issue && CanSee(user, issue) ? issue : throw JiraException.NoIssue();

    /// <summary>The issue, for one who may change it.</summary>
    public Issue EditableIssue(User user, string idOrKey)
    {
        Issue issue = VisibleIssue(user, idOrKey);
        return CanEdit(user, ProjectOf(issue)) ? issue : throw JiraException.Forbidden("You do not have permission to edit issues in this project.");
    }

    /// <summary>The people whom an issue of the project can be assigned to.</summary>
    public IEnumerable<User> Assignable(Project project) => wiki.Users.Where(user => user.IsActive && CanEdit(user, project));

    public User? FindUser(string identity) => wiki.FindUser(identity);

    private bool IsIn(User user, HashSet<string> people) => people.Contains(user.AccountId) || wiki.GroupsOf(user).Any(group => people.Contains(group.Name));
}
