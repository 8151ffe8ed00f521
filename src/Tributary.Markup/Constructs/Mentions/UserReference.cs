using System.Text;
using Tributary.Markup.Syntax;
using Tributary.Markup.Writing;

namespace Tributary.Markup.Constructs.Mentions;

/// <summary>A person as Markdown names them: an account id of Cloud as it is, a user key of Data Center as <c>key/…</c>, a user name as <c>name/…</c>.</summary>
internal static class UserReference
{
    public const string Scheme = "user:";
    private const string Key = "key/";
    private const string Name = "name/";

    /// <summary>Null for nobody.</summary>
    public static string? Of(LinkTarget target) => target is { Kind: LinkKind.User, Resource: { } user } ? Of(user) : null;

    public static string? Of(StorageElement user)
    {
        if (user["ri:account-id"] is { Length: > 0 } account) return account;
        if (user["ri:userkey"] is { Length: > 0 } key) return Key + key;
        return user["ri:username"] is { Length: > 0 } name ? Name + name : null;
    }

    /// <summary>The id without the word for its kind.</summary>
    public static string PlainId(string reference) =>
        reference.StartsWith(Key, StringComparison.Ordinal) ? reference[Key.Length..] : reference.StartsWith(Name, StringComparison.Ordinal) ? reference[Name.Length..] : reference;

    public static bool IsSomebody(string reference) => reference is not ("" or Key or Name);

    public static void Write(string reference, StringBuilder to)
    {
        (string attribute, string id) = reference switch
        {
            _ when reference.StartsWith(Key, StringComparison.Ordinal) => ("ri:userkey", reference[Key.Length..]),
            _ when reference.StartsWith(Name, StringComparison.Ordinal) => ("ri:username", reference[Name.Length..]),
            _ => ("ri:account-id", reference),
        };
        to.Append("<ri:user").AppendAttribute(attribute, id).Append(" />");
    }
}
