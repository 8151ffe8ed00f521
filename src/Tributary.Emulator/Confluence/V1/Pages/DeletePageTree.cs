using Tributary.Emulator.Confluence.V1.LongTasks;
using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>DELETE /content/{id}/pageTree</c>: a page and all below it to the trash, as a long task.</summary>
internal static class DeletePageTree
{
    public static void Map(Routes routes) => routes.Delete("/content/{id}/pageTree", Delete);

    private static Answer Delete(Call call)
    {
        Content root = Named.Content(call);
        Content[] tree = [root, .. call.Wiki.Descendants(root, int.MaxValue).Select(each => each.Content).Where(each => call.Wiki.CanView(call.User, each))];
        foreach (Content each in tree) call.Wiki.RequireEdit(call.User, each);
        foreach (Content each in tree.Reverse()) call.Wiki.Trash(call.User, each);
        return LongTaskAnswers.Accepted(call, call.Wiki.StartTask("Delete page tree", $"Trashed {tree.Length} pages"));
    }
}
