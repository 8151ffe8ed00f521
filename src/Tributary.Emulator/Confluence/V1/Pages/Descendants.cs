using Tributary.Emulator.Hosting;
using Tributary.Emulator.World;

namespace Tributary.Emulator.Confluence.V1.Pages;

/// <summary><c>/content/{id}/descendant</c> and <c>/descendant/{type}</c>; deprecated on Cloud, and alive.</summary>
internal static class Descendants
{
    public static void Map(Routes routes)
    {
        routes.Get("/content/{id}/descendant", All);
        routes.Get("/content/{id}/descendant/{type}", OfType);
    }

    private static Answer All(Call call)
    {
        Content content = Named.Content(call);
        Rendering rendering = new(call);
        return Deprecated(call, Answer.Ok(rendering.Top(rendering.DescendantsOf(content, Expansion.Of(call)))));
    }

    private static Answer OfType(Call call)
    {
        Content content = Named.Content(call);
        return Deprecated(call, Lists.Contents(call, new Rendering(call).Descendants(content, call.Route("type"))));
    }

    private static Answer Deprecated(Call call, Answer answer) => call.Site.IsCloud ? Legacy.Deprecated(answer) : answer;
}
