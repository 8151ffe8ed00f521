using System.Globalization;
using System.Text.Json.Nodes;
using Tributary.Emulator;
using Tributary.Emulator.Search.Jql;
using Tributary.Emulator.World;
using Tributary.Emulator.World.Jira;

namespace Tributary.Tests.Emulator.Search.Jql;

/// <summary>Three projects and a dozen issues with a past: enough to find each field's right and wrong answers. Now is Wednesday, 18 March 2026, noon.</summary>
internal sealed class SmallJira : IDisposable
{
    public SmallJira(EmulatedDeployment deployment = EmulatedDeployment.Cloud)
    {
        Site = new Wiki(deployment, TimeProvider.System);
        Site.Found();
        Plant(Site, deployment == EmulatedDeployment.Cloud);
    }

    public Wiki Site { get; }

    public void Dispose() => Site.Dispose();

    /// <summary>The keys found, in their order.</summary>
    public string Keys(string jql, string user = "bob") => string.Join(' ', Site.Read(site => JqlSearch.Run(site, site.FindUser(user)!, jql)).Issues.Select(issue => issue.Key));

    public IReadOnlyList<string> Refusal(string jql, string user = "bob")
    {
        JiraException refusal = Assert.Throws<JiraException>(() => Keys(jql, user));
        Assert.Equal(400, refusal.Status);
        return refusal.Messages;
    }

    /// <summary>Plants the same world into any site.</summary>
    public static void Plant(Wiki site, bool isCloud) => new Planter(site, isCloud).Plant();

    private sealed class Planter(Wiki site, bool isCloud)
    {
        private readonly User alice = site.FindUser("alice")!, bob = site.FindUser("bob")!, charlie = site.FindUser("charlie")!;

        private Tracker Jira => site.Jira;

        public void Plant()
        {
            At("2026-01-02 08:00");
            Project eng = Add(10000, "ENG", "Engineering", "software", Catalog.Software, [Catalog.Epic, Catalog.Story, Catalog.Task, Catalog.Bug, Catalog.Subtask]);
            Project sup = Add(10001, "SUP", "Support", "service_desk", Catalog.Service, [Catalog.Incident, Catalog.ServiceRequest]);
            Project sec = Add(10002, "SEC", "Security", "business", Catalog.Software, [Catalog.Task]);
            sec.Viewers.Clear();
            sec.Editors.Clear();
            foreach (string name in new[] { "1.0", "1.1", "2.0", "2.1" }) Jira.AddVersion(eng, name).IsReleased = name[0] == '1';
            Jira.AddComponent(eng, "Booking", leadId: alice.AccountId);
            Jira.AddComponent(eng, "Boarding", leadId: bob.AccountId);
            Board board = Jira.AddBoard("ENG board", "scrum", eng, "project = ENG ORDER BY Rank ASC");
            Sprint[] sprints = [.. new[] { "ENG Sprint 1", "ENG Sprint 2", "ENG Sprint 3" }.Select((name, i) => Jira.AddSprint(board, name, "", Moment($"2026-0{i + 1}-19 08:00"), Moment($"2026-0{i + 2}-05 08:00")))];
            Jira.AddRequestType(sup, "Report a problem", "Something is broken.", Catalog.Incident, "summary", "description");
            Jira.AddRequestType(sup, "Ask a question", "Anything else.", Catalog.ServiceRequest, "summary", "description");
            Jira.AddQueue(sup, "Unassigned", "assignee is EMPTY AND resolution = Unresolved ORDER BY created");
            Jira.AddQueue(sup, "All open", "resolution = Unresolved");

            At("2026-01-05 09:00");
            Issue tariffs = Create(alice, eng, Catalog.Epic, "Group tariffs", new() { ["assignee"] = alice.AccountId, ["priority"] = "2", ["labels"] = Many("fares"), ["fixVersions"] = Versions(eng, "2.0"), ["description"] = Text("Schools and clubs pay one price.") });
            At("2026-01-10 10:00");
            Move(alice, tariffs, Catalog.InProgress);
            At("2026-01-12 09:00");
            Issue quote = Create(bob, eng, Catalog.Story, "Quote a school class in one query", Epic(tariffs, new() { ["assignee"] = bob.AccountId, [Catalog.StoryPoints] = 5.0, ["labels"] = Many("fares", "performance"), ["components"] = Components(eng, "Booking"), ["fixVersions"] = Versions(eng, "1.1"), [Catalog.Sprint] = Many("1") }));
            At("2026-01-15 09:00");
            Issue price = Create(alice, eng, Catalog.Story, "Show the price of each person", Epic(tariffs, new() { ["assignee"] = bob.AccountId, [Catalog.StoryPoints] = 3.0, ["components"] = Components(eng, "Booking"), ["fixVersions"] = Versions(eng, "2.0"), [Catalog.Sprint] = Many("1") }));
            At("2026-01-19 08:00");
            Jira.SetState(sprints[0], "active");
            At("2026-01-20 11:00");
            Move(bob, quote, Catalog.InProgress);
            At("2026-02-02 16:00");
            Move(bob, quote, Catalog.Done, new() { ["resolution"] = "10000" });
            At("2026-02-05 08:00");
            Jira.SetState(sprints[0], "closed");
            At("2026-02-10 14:30");
            Issue login = Create(charlie, eng, Catalog.Bug, "Login failed after the card expired", new() { ["priority"] = "1", [Catalog.Severity] = "10100", [Catalog.Environments] = Many("10110", "10111"), ["versions"] = Versions(eng, "1.1"), ["environment"] = Text("iOS 19 on the staging site"), ["labels"] = Many("login"), ["description"] = Text("The crew member sees a [draft] page. The scanner shows amber, then nothing."), [Catalog.Team] = "Door team" });
            At("2026-02-11 09:00");
            Jira.AddComment(bob, login, Text("Works on my machine, sorry."), null);
            At("2026-02-11 09:30");
            Jira.AddComment(alice, login, Text("The customer is a lighthouse."), new Visibility("role", "Administrators"));
            At("2026-02-19 08:00");
            Jira.SetState(sprints[1], "active");
            At("2026-02-20 08:15");
            Issue keys = Create(alice, eng, Catalog.Task, "Rotate the keys of the scanners", new() { ["assignee"] = alice.AccountId, ["duedate"] = "2026-03-20", [Catalog.StoryPoints] = 2.0, [Catalog.Sprint] = Many("2"), ["timeoriginalestimate"] = 28800.0, ["timeestimate"] = 18000.0, [Catalog.Reviewers] = Many(bob.AccountId, charlie.AccountId) });
            At("2026-02-21 10:00");
            Issue runbook = Create(bob, eng, Catalog.Subtask, "Write the rotation runbook", new() { ["assignee"] = bob.AccountId, ["parent"] = Id(keys), ["labels"] = Many("docs") });
            At("2026-03-01 12:00");
            Issue refund = Create(bob, eng, Catalog.Bug, "Duplicate refund when the provider answers late", new() { ["assignee"] = alice.AccountId, ["priority"] = "4", [Catalog.Severity] = "10101", ["components"] = Components(eng, "Boarding"), ["fixVersions"] = Versions(eng, "2.0"), ["versions"] = Versions(eng, "1.0", "1.1") });
            At("2026-03-02 09:00");
            Set(alice, refund, "priority", "2");
            Move(bob, price, Catalog.InProgress);
            Jira.MoveToSprint(bob, price, sprints[1]);
            At("2026-03-03 09:00");
            Set(alice, refund, "assignee", bob.AccountId);
            Jira.Link(bob, Catalog.LinkTypes[0], refund, price);
            At("2026-03-05 15:00");
            Jira.AddWorklog(bob, keys, Moment("2026-03-05 10:00"), 3 * 3600, Text("Pair programming with the vault"), null);
            Move(alice, keys, Catalog.InProgress);
            At("2026-03-06 17:00");
            Move(bob, refund, Catalog.Done, new() { ["resolution"] = "10002" });
            Jira.Link(bob, Catalog.LinkTypes[2], refund, login);
            At("2026-03-10 07:45");
            Move(bob, keys, Catalog.InReview);
            Issue amber = Create(charlie, sup, Catalog.Incident, "Scanner shows amber on every ticket", new() { ["assignee"] = bob.AccountId, ["priority"] = "2", [Catalog.RequestType] = "1", ["description"] = Text("All tickets of the morning sailing.") });
            At("2026-03-11 08:00");
            Move(bob, amber, Catalog.WaitingForCustomer);
            At("2026-03-12 08:00");
            Issue bicycle = Create(charlie, sup, Catalog.ServiceRequest, "Where is my bicycle", new() { ["assignee"] = bob.AccountId, ["labels"] = Many("bicycle"), [Catalog.RequestType] = "2" });
            At("2026-03-13 12:00");
            Move(bob, bicycle, Catalog.Resolved, new() { ["resolution"] = "10000" });
            At("2026-03-16 09:00");
            Create(alice, sup, Catalog.ServiceRequest, "Invoice as PDF", new() { [Catalog.RequestType] = "2", ["priority"] = "5" });
            Create(alice, sec, Catalog.Task, "Leaked key of a lighthouse", []);
            At("2026-03-17 10:00");
            Issue notes = Create(bob, eng, Catalog.Task, "Plan the release notes", new() { ["priority"] = "4", ["duedate"] = "2026-04-01" });
            Jira.Vote(notes, alice, isVoting: true);
            Jira.Vote(notes, charlie, isVoting: true);
            Jira.Watch(notes, charlie, isWatching: true);
            notes.Properties["tasks"] = new JsonObject { ["done"] = 3, ["owner"] = "design team" };
            Jira.AddFile(bob, notes, "notes.txt", "text/plain", "Hello"u8.ToArray());
            Jira.AddFilter(bob, "Open bugs", "issuetype = Bug AND resolution = Unresolved");
            runbook.Rank = 0.5;
            At("2026-03-18 12:00");
        }

        private Project Add(long id, string key, string name, string type, Workflow workflow, string[] types) => Jira.AddProject(new Project
        {
            Id = id,
            Key = key,
            Name = name,
            Type = type,
            LeadId = (key == "SUP" ? bob : alice).AccountId,
            IssueTypeIds = types,
            WorkflowId = workflow.Id,
            Screens = types.ToDictionary(typeId => typeId, _ => (IReadOnlyList<ScreenField>)[new("summary", Required: true), new("issuetype"), new("description"), new("labels"), new("priority"), new("assignee"), new(Catalog.Sprint)]),
            Viewers = [Wiki.UsersGroup],
            Editors = [bob.AccountId, charlie.AccountId],
            Administrators = [alice.AccountId],
        });

        private Issue Create(User by, Project project, string type, string summary, Dictionary<string, JsonNode?> values) =>
            Jira.Create(by, project, type, new Dictionary<string, JsonNode?>(values) { ["summary"] = summary });

        private void Move(User by, Issue issue, string status, Dictionary<string, JsonNode?>? values = null) =>
            Jira.Transit(by, issue, Jira.TransitionsOf(issue).First(transition => transition.ToStatusId == status), values ?? []);

        private void Set(User by, Issue issue, string field, string value) => Jira.Update(by, issue, new Dictionary<string, JsonNode?> { [field] = value });

        private Dictionary<string, JsonNode?> Epic(Issue epic, Dictionary<string, JsonNode?> values)
        {
            values[isCloud ? "parent" : Catalog.EpicLink] = Id(epic);
            return values;
        }

        private static string Id(Issue issue) => issue.Id.ToString(CultureInfo.InvariantCulture);

        private static JsonArray Many(params string[] values) => new([.. values.Select(value => JsonValue.Create(value))]);

        private static JsonArray Versions(Project project, params string[] names) => Many([.. names.Select(name => project.Versions.Find(version => version.Name == name)!.Id)]);

        private static JsonArray Components(Project project, params string[] names) => Many([.. names.Select(name => project.Components.Find(component => component.Name == name)!.Id)]);

        private string Text(string text) => !isCloud ? text : new JsonObject
        {
            ["type"] = "doc",
            ["version"] = 1,
            ["content"] = new JsonArray(new JsonObject { ["type"] = "paragraph", ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }) }),
        }.ToJsonString();

        private static DateTimeOffset Moment(string moment) => DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

        private void At(string moment) => site.PretendedNow = Moment(moment);
    }
}
