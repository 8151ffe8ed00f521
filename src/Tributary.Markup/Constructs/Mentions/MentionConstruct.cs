using System.Text;
using Tributary.Markup.Model;
using Tributary.Markup.Reading;
using Tributary.Markup.Storage;
using Tributary.Markup.Syntax;

namespace Tributary.Markup.Constructs.Mentions;

/// <summary><c>ac:link</c> to a person.</summary>
internal static class MentionConstruct
{
    /// <summary>Null for any other link, and for one that shows other words than the person's name.</summary>
    public static Mention? Read(StorageElement link, Marks marks)
    {
        if (UserReference.Of(LinkTarget.Of(link)) is not { } user) return null;
        StorageElement? body = link.Child("ac:link-body") ?? link.Child("ac:plain-text-link-body");
        return body is not null && !Whitespace.IsBlank(VerbatimText.Of(body)) ? null : new Mention(user, marks) { Origin = StorageOrigin.Of(link) };
    }

    public static void Write(Mention mention, StorageRenderer renderer, StringBuilder to)
    {
        if (!UserReference.IsSomebody(mention.UserId))
        {
            renderer.Losses.Add("mention of nobody");
            return;
        }

        to.Append("<ac:link>");
        UserReference.Write(mention.UserId, to);
        to.Append("</ac:link>");
    }
}
