using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V2.Attachments;

/// <summary>DELETE /attachments/{id}: into the trash, or with <c>purge=true</c> out of it for good.</summary>
internal static class DeleteAttachment
{
    public static void Map(Routes routes) => routes.Delete("/attachments/{id}", Serve);

    private static Answer Serve(Call call)
    {
        Content attachment = ContentCollection.Attachments.Find(call);
        if (call.Flag("purge"))
        {
            call.Wiki.Purge(call.User, attachment);
        }
        else
        {
            call.Wiki.Trash(call.User, attachment);
        }

        return Answer.NoContent();
    }
}
