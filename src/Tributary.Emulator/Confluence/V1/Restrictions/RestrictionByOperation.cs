using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Restrictions;

/// <summary><c>/content/{id}/restriction/byOperation</c> and below: one operation, and single people and groups in it.</summary>
internal static class RestrictionByOperation
{
    private const string One = "/content/{id}/restriction/byOperation/{operation}";

    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/restriction/byOperation", All);
        routes.Get(One, GetOne);
        routes.Get(One + "/user", call => Answered(RestrictionOf(call).Users.Contains(PersonOf(call).AccountId)));
        routes.Put(One + "/user", call => Change(call, restriction => restriction.Users.Add(PersonOf(call).AccountId)));
        routes.Delete(One + "/user", call => Change(call, restriction => restriction.Users.Remove(PersonOf(call).AccountId)));
        foreach (string group in (string[])["/byGroupId/{group}", "/group/{group}"])
        {
            routes.Get(One + group, call => Answered(RestrictionOf(call).Groups.Contains(GroupOf(call).Name)));
            routes.Put(One + group, call => Change(call, restriction => restriction.Groups.Add(GroupOf(call).Name)));
            routes.Delete(One + group, call => Change(call, restriction => restriction.Groups.Remove(GroupOf(call).Name)));
        }
    }

    private static Answer All(Call call)
    {
        Content content = Named.Content(call);
        Expansion expand = Expansion.Of(call, "read.restrictions.user", "read.restrictions.group", "update.restrictions.user", "update.restrictions.group");
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.RestrictionsByOperation(content, expand)));
    }

    private static Answer GetOne(Call call)
    {
        Content content = Named.Content(call);
        Rendering rendering = new(call);
        return Answer.Ok(rendering.Top(rendering.Restriction(content, call.Route("operation"), Expansion.Of(call, "restrictions.user", "restrictions.group"))));
    }

    private static Answer Change(Call call, Action<Restriction> change)
    {
        Content content = Named.Content(call);
        string operation = call.Route("operation");
        Restriction changed = ContentRestrictions.Copy(Rendering.RestrictionOf(content, operation));
        change(changed);
        call.Wiki.Restrict(call.User, content, operation == "read" ? changed : content.Read, operation == "update" ? changed : content.Update);
        return Answer.Text(200, "text/plain;charset=UTF-8", "");
    }

    // Confluence says yes with 200 and no with 404, both without a word.
    private static Answer Answered(bool isRestricted) => Answer.Text(isRestricted ? 200 : 404, "text/plain;charset=UTF-8", "");

    private static Restriction RestrictionOf(Call call) => Rendering.RestrictionOf(Named.Content(call), call.Route("operation"));

    private static User PersonOf(Call call) => Subjects.Required(call);

    private static Group GroupOf(Call call) => Subjects.Group(call.Wiki, call.Route("group"));
}
