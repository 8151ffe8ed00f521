using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;
using Tributary.Query.Jql;

namespace Tributary.Emulator.Search.Jql;

/// <summary>Says of an issue whether it is found.</summary>
internal delegate bool IssueTest(Issue issue);

/// <summary>One value of a clause.</summary>
/// <param name="Text">Null: EMPTY.</param>
/// <param name="IsNumber">Written without quotes: looked up as an id first.</param>
/// <param name="From">The function that gave it; it is in the form that issues keep then.</param>
internal readonly record struct JqlOperand(string? Text, bool IsNumber = false, FunctionSpec? From = null);

/// <summary>Who asks, when and where; and what is wrong with the query, in the order in which it is found.</summary>
/// <param name="filterDepth">How many saved filters lead here.</param>
internal sealed class JqlContext(Wiki wiki, User user, int filterDepth = 0)
{
    private readonly List<string> problems = [];
    private readonly Dictionary<long, bool> visibleProjects = [];

    public Wiki Wiki => wiki;

    public Tracker Jira => wiki.Jira;

    public User User => user;

    public bool IsCloud => wiki.Deployment == EmulatedDeployment.Cloud;

    public int FilterDepth => filterDepth;

    public JqlDates Dates { get; } = new(wiki.Now);

    public IReadOnlyList<string> Problems => problems;

    /// <summary>How well an issue fits the words that the query looks for: the order where it asks for none.</summary>
    public List<Func<Issue, double>> Relevance { get; } = [];

    public void Complain(string problem)
    {
        if (!problems.Contains(problem)) problems.Add(problem);
    }

    public IEnumerable<Project> Projects => Jira.Projects.Where(Sees);

    public IEnumerable<Issue> Issues => Jira.Issues.Where(Sees);

    public bool Sees(Issue issue)
    {
        if (!visibleProjects.TryGetValue(issue.ProjectId, out bool sees)) visibleProjects[issue.ProjectId] = sees = Jira.CanSee(user, issue);
        return sees;
    }

    public bool Sees(Project project) => Jira.CanSee(user, project);

    public Project? FindProject(string text) => Projects.FirstOrDefault(project => project.Key.Equals(text, StringComparison.OrdinalIgnoreCase) || project.Name.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? (Jira.FindProject(text) is { } known && Sees(known) ? known : null);

    public Issue? FindIssue(string text) => Jira.FindIssue(text) is { } issue && Sees(issue) ? issue : null;

    /// <summary>By account id, name, key, e-mail address or full name.</summary>
    public User? FindUser(string text) => wiki.FindUser(text)
        ?? wiki.Users.FirstOrDefault(known => known.Email.Equals(text, StringComparison.OrdinalIgnoreCase) || known.DisplayName.Equals(text, StringComparison.OrdinalIgnoreCase));

    /// <summary>The values of a clause, one by one, functions called. What is wrong with a function is told, and it has no values then.</summary>
    public List<JqlOperand> Operands(string field, JqlOperator comparison, JqlValue value)
    {
        var operands = new List<JqlOperand>();
        Add(value, inList: false);
        return operands;

        void Add(JqlValue item, bool inList)
        {
            switch (item)
            {
                case JqlList list:
                    foreach (JqlValue one in list.Items) Add(one, inList: true);
                    break;
                case JqlEmpty:
                    operands.Add(new JqlOperand(null));
                    break;
                case JqlNumber number:
                    operands.Add(new JqlOperand(number.ToString(), IsNumber: true));
                    break;
                case JqlLiteral literal:
                    operands.Add(new JqlOperand(literal.Value));
                    break;
                case JqlFunction function:
                    operands.AddRange(Called(field, comparison, function, inList));
                    break;
            }
        }
    }

    private IEnumerable<JqlOperand> Called(string field, JqlOperator comparison, JqlFunction call, bool inList)
    {
        if (JqlFunctions.Find(call.Name, IsCloud) is not { } function)
        {
            Complain(JqlMessage.NoFunction(call.ToString()));
            return [];
        }

        bool takesList = comparison is JqlOperator.In or JqlOperator.NotIn or JqlOperator.WasIn or JqlOperator.WasNotIn or JqlOperator.Changed;
        if (function.IsList && !takesList)
        {
            Complain(JqlMessage.ListWhereOneIsWanted(comparison.Symbol(), call.ToString(), field));
            return [];
        }

        if (!function.IsList && takesList && !inList && comparison != JqlOperator.Changed)
        {
            Complain(JqlMessage.OneWhereListIsWanted(comparison.Symbol(), call.ToString(), field));
            return [];
        }

        if (call.Arguments.Count < function.Least || call.Arguments.Count > function.Most)
        {
            Complain(JqlMessage.Arguments(function.Name, function.Least, function.Most, call.Arguments.Count));
            return [];
        }

        return [.. function.Call(this, call.Arguments).Select(value => new JqlOperand(value, From: function))];
    }
}
