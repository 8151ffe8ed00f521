using Tributary.Atlassian;
using Tributary.Atlassian.Confluence;
using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Http;
using Tributary.Emulator.Faults;
using Tributary.Emulator.World;

namespace Tributary.Tests.Atlassian.Confluence;

public sealed class PageWritingTests
{
    private static readonly SpaceKey Team = SpaceKey.Parse("TEAM");

    public static TheoryData<Deployment> Both => ClientSite.Both;

    private static CancellationToken Token => ClientSite.Token;

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_lives_from_its_creation_to_the_trash(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content parent = site.Team.AddPage("Parent");
        ConfluenceClient client = site.Client();

        Page created = await client.CreatePageAsync(new NewPage(Team, "Übersicht", "<p>eins</p>", PageId.Parse(parent.Id), Message: "begun"), Token);
        Assert.Equal(("Übersicht", "TEAM", 1, "current", parent.Id), (created.Title, created.SpaceKey.ToString(), created.Version.Number, created.Status, created.ParentId.ToString()));

        Page updated = await client.UpdatePageAsync(created.Id, new PageUpdate(2, "Überblick", new PageBody(BodyFormat.Storage, "<p>zwei</p>"), Message: "better"), Token);
        Assert.Equal(("Überblick", "TEAM", 2, "better", parent.Id), (updated.Title, updated.SpaceKey.ToString(), updated.Version.Number, updated.Version.Message, updated.ParentId.ToString()));

        Page read = await client.GetPageAsync(created.Id, new PageQuery(), Token);
        Assert.Equal("<p>zwei</p>", read.Body!.Value);

        await client.DeletePageAsync(created.Id, "page", Token);
        var gone = await Assert.ThrowsAsync<AtlassianException>(() => client.GetPageAsync(created.Id, new PageQuery(), Token));
        Assert.Equal(AtlassianErrorKind.ResourceNotFound, gone.Kind);
        Assert.Equal(ContentStatus.Trashed, site.Wiki.Read(wiki => wiki.Visible(site.Team.User("alice"), created.Id.ToString()).Status));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task An_update_may_move_the_page(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content target = site.Team.AddPage("Target"), page = site.Team.AddPage("Page");

        Page moved = await site.Client().UpdatePageAsync(PageId.Parse(page.Id), new PageUpdate(2, "Page", new PageBody(BodyFormat.Storage, "<p>x</p>"), PageId.Parse(target.Id)), Token);

        Assert.Equal(target.Id, moved.ParentId.ToString());
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_page_comes_out_of_the_trash_with_its_title_text_and_place(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content parent = site.Team.AddPage("Parent");
        ConfluenceClient client = site.Client();
        Page created = await client.CreatePageAsync(new NewPage(Team, "Page", "<p>eins</p>", PageId.Parse(parent.Id)), Token);
        await client.DeletePageAsync(created.Id, "page", Token);

        Page trashed = await client.GetPageAsync(created.Id, new PageQuery(Trashed: true), Token);
        Page restored = await client.RestorePageAsync(trashed, Token);

        Assert.Equal(("trashed", "current"), (trashed.Status, restored.Status));
        Page read = await client.GetPageAsync(created.Id, new PageQuery(), Token);
        Assert.Equal(("Page", "<p>eins</p>", parent.Id), (read.Title, read.Body!.Value, read.ParentId.ToString()));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_draft_is_created_written_again_and_published(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client();

        Page draft = await client.CreatePageAsync(new NewPage(Team, "Plan", "<p>1</p>", Draft: true), Token);
        Assert.Equal(("draft", "TEAM"), (draft.Status, draft.SpaceKey.ToString()));
        Page again = await client.UpdatePageAsync(draft.Id, new PageUpdate(2, "Plan", new PageBody(BodyFormat.Storage, "<p>2</p>"), Status: "draft"), Token);
        Assert.Equal("draft", again.Status);

        Assert.Equal("<p>2</p>", (await client.GetPageAsync(draft.Id, new PageQuery(), Token)).Body!.Value);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient client = site.Client();

        foreach (int version in new[] { 1, 3 })
        {
            var refused = await Assert.ThrowsAsync<AtlassianException>(() => client.UpdatePageAsync(PageId.Parse(page.Id), new PageUpdate(version, "Page", new PageBody(BodyFormat.Storage, "<p>lost</p>")), Token));
            Assert.Equal(AtlassianErrorKind.VersionConflict, refused.Kind);
            Assert.DoesNotContain("com.atlassian", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal("<p>Hello</p>", (await client.GetPageAsync(PageId.Parse(page.Id), new PageQuery(), Token)).Body!.Value);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_title_that_the_space_has_already_is_a_title_conflict(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        site.Team.AddPage("Page");

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().CreatePageAsync(new NewPage(Team, "Page", "<p>x</p>"), Token));

        Assert.Equal((AtlassianErrorKind.TitleConflict, 400), (refused.Kind, refused.Status));
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_body_that_is_not_well_formed_is_refused_with_Confluences_reason(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);

        var refused = await Assert.ThrowsAsync<AtlassianException>(() => site.Client().CreatePageAsync(new NewPage(Team, "Page", "<p>open"), Token));

        Assert.Equal(AtlassianErrorKind.InvalidRequest, refused.Kind);
        Assert.NotEmpty(refused.Message);
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_reader_may_not_write(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        Content page = site.Team.AddPage("Page");
        ConfluenceClient charlie = site.Client("charlie");

        var create = await Assert.ThrowsAsync<AtlassianException>(() => charlie.CreatePageAsync(new NewPage(Team, "Mine", "<p>x</p>"), Token));
        var delete = await Assert.ThrowsAsync<AtlassianException>(() => charlie.DeletePageAsync(PageId.Parse(page.Id), "page", Token));

        Assert.Contains(create.Kind, new[] { AtlassianErrorKind.PermissionDenied, AtlassianErrorKind.ResourceNotFound });
        Assert.Contains(delete.Kind, new[] { AtlassianErrorKind.PermissionDenied, AtlassianErrorKind.ResourceNotFound });
    }

    [Theory(Timeout = 10000), MemberData(nameof(Both))]
    public async Task A_lost_or_failed_answer_to_a_write_leaves_the_outcome_open_and_one_page_at_most(Deployment deployment)
    {
        await using ClientSite site = await ClientSite.StartAsync(deployment);
        ConfluenceClient client = site.Client(limits: new EgressLimits());
        await client.ListSpacesAsync(new SpaceQuery(), Token);
        int number = 0;
        foreach (FaultRule fault in new[] { new FaultRule(FaultKind.Reset), new FaultRule(FaultKind.Truncate), new FaultRule(FaultKind.Status, Status: 503), new FaultRule(FaultKind.Html, Status: 200) })
        {
            string title = $"Page {number++}";
            site.Server.Faults.Add(fault with { Method = "POST" });
            var refused = await Assert.ThrowsAsync<AtlassianException>(() => client.CreatePageAsync(new NewPage(Team, title, "<p>x</p>"), Token));

            Assert.True(refused.Kind == AtlassianErrorKind.OutcomeUnknown, $"{fault.Kind}: {refused.Kind} {refused.Message}");
            Assert.Empty(site.Server.Faults.Rules);
        }

        Assert.Equal(4, site.Server.Requests.All.Count(request => request.Method == "POST"));
    }
}
