using Tributary.Atlassian.Confluence.Models;
using Tributary.Atlassian.Confluence.Routing;
using Tributary.Atlassian.Confluence.V1;
using Tributary.Atlassian.Http.Egress;
using Tributary.Atlassian.Routing;

namespace Tributary.Atlassian.Confluence;

public sealed partial class ConfluenceClient
{
    public async Task<Restrictions> GetRestrictionsAsync(PageId id, CancellationToken cancellationToken)
    {
        string operation = $"get restrictions of page {id}";
        var parts = new Parameters { { "expand", "read.restrictions.user,read.restrictions.group,update.restrictions.user,update.restrictions.group" } };
        V1RestrictionsByOperation read = await SendAsync(
            Route(ConfluenceOperation.GetRestrictions).Request(operation, id.ToString(), query: parts), V1Json.Default.V1RestrictionsByOperation, cancellationToken);
        return new Restrictions(V1Reader.Subjects(read.Read), V1Reader.Subjects(read.Update));
    }

    /// <summary>Puts these in the place of all restrictions that the content has.</summary>
    public async Task SetRestrictionsAsync(PageId id, Restrictions restrictions, CancellationToken cancellationToken)
    {
        V1RestrictionWrite[] write = [new("read", Subjects(restrictions.Read)), new("update", Subjects(restrictions.Update))];
        using UpstreamAnswer answer = await Egress.SendAsync(
            Route(ConfluenceOperation.SetRestrictions).Request($"set restrictions of page {id}", id.ToString(), content: JsonAnswers.Body(write, V1Writes.V1RestrictionWriteArray)), cancellationToken);
    }

    private V1SubjectsWrite Subjects(Subjects subjects) => new(
        [.. subjects.Users.Select(user => IsCloud
            ? new V1UserWrite("known", user.Id, Username: null, UserKey: null)
            : new V1UserWrite("known", AccountId: null, user.Username, user.Username is null ? user.Id : null))],
        [.. subjects.Groups.Select(group => new V1Group("group", group.Name, group.Id))]);
}
