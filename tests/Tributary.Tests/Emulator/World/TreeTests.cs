using Tributary.Emulator.World;

namespace Tributary.Tests.Emulator.World;

/// <summary>Moves, copies and rights, without HTTP.</summary>
public sealed class TreeTests
{
    [Fact(Timeout = 10000)]
    public async Task A_page_moves_before_after_and_under_another()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content a = site.AddPage("A");
        Content b = site.AddPage("B");
        Content c = site.AddPage("C");
        Content home = site.Wiki.Find(site.Space.HomepageId!)!;

        Move(site, c, MovePosition.Before, a);
        string[] before = Titles(site, home);
        Move(site, c, MovePosition.After, b);
        string[] after = Titles(site, home);
        Move(site, a, MovePosition.Append, b);

        Assert.Equal(["C", "A", "B"], before);
        Assert.Equal(["A", "B", "C"], after);
        Assert.Equal(["B", "C"], Titles(site, home));
        Assert.Equal(["A"], Titles(site, b));
    }

    [Fact(Timeout = 10000)]
    public async Task A_page_moves_into_another_space_with_all_below_it_unless_a_title_is_taken_there()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content child = site.AddPage("Child", parentId: parent.Id);
        Space other = site.Wiki.Write(wiki => wiki.CreateSpace(site.User("alice"), new NewSpace("OTHER", "Other")));
        Content home = site.Wiki.Find(other.HomepageId!)!;
        Content taken = site.Wiki.Write(wiki => wiki.Create(site.User("alice"), new NewContent(ContentType.Page, other, "Child")));

        Assert.Throws<ConfluenceException>(() => Move(site, parent, MovePosition.Append, home));
        long before = parent.SpaceId;
        site.Wiki.Write(wiki => wiki.Rename(site.User("alice"), taken, "Another"));
        Move(site, parent, MovePosition.Append, home);

        Assert.Equal(site.Space.Id, before);
        Assert.Equal((other.Id, other.Id, parent.Id), (parent.SpaceId, child.SpaceId, child.ParentId));
    }

    [Fact(Timeout = 10000)]
    public async Task A_read_restriction_binds_everything_below_and_inside()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content child = site.AddPage("Child", parentId: parent.Id);
        Comment comment = site.Wiki.Write(wiki => wiki.AddFooterComment(site.User("bob"), child, null, "<p>x</p>"));
        site.Wiki.Write(wiki =>
        {
            wiki.Restrict(site.User("alice"), parent, new Restriction { Groups = [Wiki.AdministratorsGroup] }, new Restriction());
            return 0;
        });

        Assert.All((Content[])[parent, child, comment], content => Assert.Equal(
            (true, false, false),
            (site.Wiki.CanView(site.User("alice"), content), site.Wiki.CanView(site.User("bob"), content), site.Wiki.CanView(site.User("charlie"), content))));
    }

    [Fact(Timeout = 10000)]
    public async Task An_edit_restriction_binds_the_page_alone()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        Content child = site.AddPage("Child", parentId: parent.Id);
        site.Wiki.Write(wiki =>
        {
            wiki.Restrict(site.User("alice"), parent, new Restriction(), new Restriction { Users = [site.User("alice").AccountId] });
            return 0;
        });

        Assert.False(site.Wiki.CanEdit(site.User("bob"), parent));
        Assert.True(site.Wiki.CanView(site.User("bob"), parent));
        Assert.True(site.Wiki.CanEdit(site.User("bob"), child));
    }

    [Fact(Timeout = 10000)]
    public async Task Restrictions_bind_administrators_on_cloud_and_not_on_data_center()
    {
        await using TeamSite cloud = await TeamSite.StartAsync();
        await using TeamSite dataCenter = await TeamSite.StartDataCenterAsync();

        Assert.Equal((false, true), (AliceSees(cloud), AliceSees(dataCenter)));

        static bool AliceSees(TeamSite site)
        {
            Content page = site.AddPage("Bob's", by: "bob");
            site.Wiki.Write(wiki =>
            {
                wiki.Restrict(site.User("bob"), page, new Restriction { Users = [site.User("bob").AccountId] }, new Restriction());
                return 0;
            });
            return site.Wiki.CanView(site.User("alice"), page);
        }
    }

    [Fact(Timeout = 10000)]
    public async Task Nobody_restricts_themselves_out()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content page = site.AddPage("Plan");

        Assert.Throws<ConfluenceException>(() => site.Wiki.Write(wiki =>
        {
            wiki.Restrict(site.User("bob"), page, new Restriction { Users = [site.User("alice").AccountId] }, new Restriction());
            return 0;
        }));
        Assert.True(page.Read.IsEmpty);
    }

    [Fact(Timeout = 10000)]
    public async Task A_tree_is_copied_with_what_was_asked_for()
    {
        await using TeamSite site = await TeamSite.StartAsync();
        Content parent = site.AddPage("Parent");
        site.AddPage("Child", parentId: parent.Id);
        Content home = site.Wiki.Find(site.Space.HomepageId!)!;
        var options = new CopyOptions(Attachments: true, Permissions: false, Properties: false, Labels: true, CustomContents: false);

        Content copy = site.Wiki.Write(wiki =>
        {
            wiki.AddLabel(site.User("alice"), parent, "global", "blue");
            wiki.AddProperty(site.User("alice"), parent, "k", 1);
            wiki.AddAttachment(site.User("alice"), parent, "a.txt", new FileVersion("text/plain", [1]), "", minor: false);
            return wiki.CopyTree(site.User("bob"), parent, home, descendants: true, title => $"{title} (copy)", options);
        });

        Assert.Equal("Parent (copy)", copy.Title);
        Assert.Equal(["Child (copy)"], Titles(site, copy));
        Assert.Equal(("blue", 0, 1), (copy.Labels.Single().Name, copy.Properties.Count, site.Wiki.AttachmentsOf(copy).Count()));
        Assert.Throws<ConfluenceException>(() => site.Wiki.Write(wiki => wiki.CopyTree(site.User("bob"), parent, home, descendants: true, title => $"{title} (copy)", options)));
    }

    private static void Move(TeamSite site, Content content, MovePosition position, Content target) => site.Wiki.Write(wiki =>
    {
        wiki.Move(site.User("bob"), content, position, target);
        return 0;
    });

    private static string[] Titles(TeamSite site, Content parent) => [.. site.Wiki.Children(parent).Select(child => child.Title)];
}
