using Tributary.Emulator.Hosting;

namespace Tributary.Emulator.Confluence;

/// <summary>Cloud's removed v1 endpoints, for those whom the option still lets through.</summary>
internal static class Legacy
{
    public static Answer Serve(Call call, Func<Call, Answer> handler)
    {
        bool isGone = call.Site.Options.LegacyV1 switch
        {
            LegacyV1.Gone => true,
            LegacyV1.BasicOnly => call.ViaGateway,
            _ => false,
        };
        return isGone
            ? throw World.ConfluenceException.Gone()
            : Deprecated(handler(call));
    }

    public static Answer Deprecated(Answer answer) => answer
        .With("deprecation", "Wed, 1 Mar 2023 00:00:00 GMT")
        .With("link", "<https://developer.atlassian.com/cloud/confluence/changelog/#CHANGE-864>; rel=\"deprecation\"");
}
