using Tributary.Emulator;
using Tributary.Emulator.Search;
using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.Search;

/// <summary>Three spaces and a dozen contents: enough to find each field's right and wrong answers.</summary>
internal sealed class SmallWiki : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 12, 0, 0, TimeSpan.Zero);

    public SmallWiki(EmulatedDeployment deployment = EmulatedDeployment.Cloud)
    {
        Site = new Wiki(deployment, TimeProvider.System);
        Site.Found();
        (Alice, Bob, Charlie, Diana) = (Person("alice"), Person("bob"), Person("charlie"), Person("diana"));

        At("2026-01-01 09:00");
        Eng = Site.CreateSpace(Alice, new NewSpace("ENG", "Engineering", "How we build the payment service"));
        Ops = Site.CreateSpace(Alice, new NewSpace("OPS", "Operations"));
        Hr = Site.CreateSpace(Alice, new NewSpace("HR", "Human Resources"));
        Site.ChangeGrants(Hr, space => space.Viewers.Groups.Clear());
        Site.ChangeGrants(Hr, space => space.Viewers.Users.UnionWith([Alice.AccountId, Bob.AccountId]));
        Site.ChangeGrants(Eng, space => space.Viewers.Users.Add(Diana.AccountId));
        Site.AddLabel(Alice, Ops, "team", "infrastructure");

        At("2026-01-10 10:15");
        Guide = Page(Eng, "Deployment guide", "<p>How to deploy the payment service. Deploy on Mondays &amp; never on Fridays.</p><ac:structured-macro ac:name=\"code\"><ac:plain-text-body><![CDATA[deploy --all]]></ac:plain-text-body></ac:structured-macro>", Alice);
        At("2026-02-01 08:00");
        Rollback = Page(Eng, "Rollback", $"<p>Undo a deployment. Ask <ac:link><ri:user ri:account-id=\"{Charlie.AccountId}\" ri:userkey=\"{Charlie.UserKey}\"/></ac:link>.</p>", Bob, Guide);
        At("2026-02-02 08:00");
        Drill = Page(Eng, "Rollback drill", "<p>Every quarter we practise.</p>", Bob, Rollback);
        At("2026-02-20 16:30");
        Runbook = Page(Ops, "Runbook", "<p>When the queue is full, drain the queue.</p>", Charlie);
        At("2026-03-01 07:00");
        News = Site.Create(Bob, new NewContent(ContentType.BlogPost, Ops, "Queue outage", "<p>The payment queue was down.</p>"));
        At("2026-03-05 12:00");
        Salaries = Page(Hr, "Salaries", "<p>What the payment team earns.</p>", Alice);
        At("2026-03-06 12:00");
        Secret = Page(Eng, "Secret plan", "<p>Deploy to the moon.</p>", Alice);
        Site.Restrict(Alice, Secret, new Restriction { Users = { Alice.AccountId } }, new Restriction());
        SecretNote = Site.AddFooterComment(Alice, Secret, null, "<p>moonshot</p>");
        At("2026-03-07 12:00");
        Note = Site.AddFooterComment(Charlie, Guide, null, "<p>Which payment region?</p>");
        At("2026-03-08 12:00");
        Diagram = Site.AddAttachment(Bob, Guide, "diagram.txt", new FileVersion("text/plain", "queue --> worker"u8.ToArray()), "", minor: false);
        At("2026-03-10 09:30");
        Site.Update(Charlie, Guide, new ContentChange(2) { Message = "typo" });
        At("2026-03-11 09:30");
        Old = Page(Ops, "Old payment page", "<p>payment payment payment</p>", Alice);
        Site.Trash(Alice, Old);

        Site.AddLabel(Alice, Guide, "global", "howto");
        Site.AddLabel(Alice, Rollback, "global", "howto");
        Site.AddLabel(Alice, Rollback, "global", "draft");
        Site.AddLabel(Alice, Runbook, "my", "todo");
        Site.Watch(Runbook, Bob, watches: true);
        Site.Favour(Rollback, Bob, favours: true);
        Site.Favour(Ops, Bob, favours: true);
        Site.PretendedNow = Now;
    }

    public Wiki Site { get; }

    public User Alice { get; }

    public User Bob { get; }

    public User Charlie { get; }

    public User Diana { get; }

    public Space Eng { get; }

    public Space Ops { get; }

    public Space Hr { get; }

    public Content Guide { get; }

    public Content Rollback { get; }

    public Content Drill { get; }

    public Content Runbook { get; }

    public Content News { get; }

    public Content Salaries { get; }

    public Content Secret { get; }

    public Comment SecretNote { get; }

    public Comment Note { get; }

    public Attachment Diagram { get; }

    public Content Old { get; }

    public void Dispose() => Site.Dispose();

    public IReadOnlyList<SearchHit> Hits(string cql, User? by = null, SearchScope scope = SearchScope.Site) =>
        Run(new SearchRequest(cql, scope), by).Hits;

    public SearchAnswer Run(SearchRequest request, User? by = null) => Site.Read(site => CqlSearch.Run(site, by ?? Bob, request));

    /// <summary>The titles found, in order, home pages left out.</summary>
    public string Titles(string cql, User? by = null, SearchScope scope = SearchScope.Site) =>
        string.Join(", ", Hits(cql, by, scope).Select(hit => hit.Title(SearchExcerpt.None)).Where(title => !title.EndsWith(" Home", StringComparison.Ordinal)));

    public string Refusal(string cql, SearchScope scope = SearchScope.Site)
    {
        ConfluenceException refusal = Assert.Throws<ConfluenceException>(() => Hits(cql, scope: scope));
        Assert.Equal(400, refusal.Status);
        return refusal.Message;
    }

    private Content Page(Space space, string title, string body, User by, Content? parent = null) =>
        Site.Create(by, new NewContent(ContentType.Page, space, title, body) { ParentId = parent?.Id ?? space.HomepageId });

    private User Person(string name) => Site.FindUser(name)!;

    private void At(string moment) =>
        Site.PretendedNow = DateTimeOffset.ParseExact(moment, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal);
}
