using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Tributary.Emulator.World;
using Tributary.Markup.Syntax;

namespace Tributary.Emulator.Seeds;

/// <summary>What is in a page: its versions, files and comments.</summary>
internal sealed partial class SeedPlanter
{
    // The seed tells the newest body and what each edit changed; from there it goes back in time.
    private List<ContentVersion> Versions(SeedPage page, string by, DateTimeOffset createdAt, string where)
    {
        string body = Body(page.Body, page.BodyFile, $"{where}, body");
        string title = page.Title;
        var versions = new List<ContentVersion>(page.Edits.Count + 1);
        for (int edit = page.Edits.Count - 1; edit >= 0; edit--)
        {
            SeedEdit made = page.Edits[edit];
            string place = $"{where}, edits[{edit}]";
            versions.Add(new ContentVersion
            {
                Number = edit + 2,
                AuthorId = made.By is null ? by : User(made.By, $"{place}.by"),
                When = Moment(made.At, $"{place}.at"),
                Message = made.Message,
                Minor = made.Minor,
                Title = title,
                Body = Named(body),
            });
            title = made.RenamedFrom ?? title;
            body = Before(made, body, place);
        }

        versions.Add(new ContentVersion { Number = 1, AuthorId = by, When = createdAt, Message = page.Message, Title = title, Body = Named(body) });
        versions.Reverse();
        for (int version = 1; version < versions.Count; version++)
        {
            if (versions[version].When < versions[version - 1].When) throw Wrong($"{where}, edits[{version - 1}].at", "this is before the version before it.");
        }

        return versions;
    }

    private string Before(SeedEdit edit, string body, string where)
    {
        if (edit.BodyBefore is { } whole)
        {
            RequireValid(whole, $"{where}.bodyBefore");
            return whole;
        }

        for (int change = edit.Changes.Count - 1; change >= 0; change--)
        {
            (string from, string to) = edit.Changes[change];
            int at = to.Length == 0 ? -1 : body.IndexOf(to, StringComparison.Ordinal);
            if (at < 0 || body.IndexOf(to, at + 1, StringComparison.Ordinal) >= 0)
            {
                throw Wrong($"{where}.changes[{change}].to", $"this must stand once in the body after the edit, and it stands there {(at < 0 ? "nowhere" : "more than once")}: {to}");
            }

            body = string.Concat(body.AsSpan(0, at), from, body.AsSpan(at + to.Length));
        }

        if (edit.Changes.Count > 0) RequireValid(body, $"{where} (the body before it)");
        return body;
    }

    private void PlantInside(SeedPage page, Content content, string where)
    {
        foreach (SeedAttachment attachment in page.Attachments) Plant(attachment, content, $"{where}, attachment '{attachment.Name}'");
        foreach (SeedComment comment in page.Comments) Plant(comment, content, null, CommentLocation.Footer, null, $"{where}, comments");
        if (page.InlineComments.Count == 0) return;
        ILookup<string?, StorageElement> markers = StorageDocument.Parse(content.Body).Descendants()
            .Where(element => element.Name == "ac:inline-comment-marker")
            .ToLookup(element => element["ac:ref"]);
        foreach (SeedComment comment in page.InlineComments)
        {
            if (comment.Marker is null || !markers.Contains(comment.Marker))
            {
                throw Wrong($"{where}, inlineComments", $"the body has no ac:inline-comment-marker with ac:ref=\"{comment.Marker}\".");
            }

            string selection = string.Concat(markers[comment.Marker].SelectMany(Words));
            Plant(comment, content, null, CommentLocation.Inline, (comment.Marker, selection), $"{where}, inlineComments");
        }
    }

    private void Plant(SeedAttachment seed, Content content, string where)
    {
        string mediaType = seed.MediaType ?? MediaTypeOf(seed.Name);
        var versions = new List<ContentVersion>(seed.Edits.Count + 1);
        foreach (SeedUpload upload in seed.Edits.Prepend(seed.First))
        {
            string place = versions.Count == 0 ? where : $"{where}, edits[{versions.Count - 1}]";
            ContentVersion? before = versions.LastOrDefault();
            versions.Add(new ContentVersion
            {
                Number = versions.Count + 1,
                AuthorId = upload.By is null ? before?.AuthorId ?? content.AuthorId : User(upload.By, $"{place}, by"),
                When = upload.At is null ? before?.When ?? content.CreatedAt : Moment(upload.At, $"{place}, at"),
                Message = upload.Comment,
                Title = seed.Name,
                File = new FileVersion(mediaType, Data(upload, place)),
            });
        }

        long number = ++state.LastContentNumber;
        state.Contents.Add(new Attachment
        {
            Number = number,
            Type = ContentType.Attachment,
            SpaceId = content.SpaceId,
            AuthorId = versions[0].AuthorId,
            CreatedAt = versions[0].When,
            ContainerId = content.Id,
            FileId = string.Create(CultureInfo.InvariantCulture, $"5f1a0000-0000-4000-8000-{number:x12}"),
            Versions = versions,
        });
    }

    private void Plant(SeedComment seed, Content content, Comment? answered, CommentLocation location, (string Marker, string Selection)? about, string where)
    {
        string by = seed.By is null ? content.AuthorId : User(seed.By, $"{where}, by");
        DateTimeOffset when = seed.At is null ? content.Latest.When : Moment(seed.At, $"{where}, at");
        RequireValid(seed.Body, $"{where}, body");
        bool isSettled = seed.Status is Resolution.Resolved or Resolution.Reopened;
        var comment = new Comment
        {
            Number = ++state.LastContentNumber,
            Type = ContentType.Comment,
            SpaceId = content.SpaceId,
            AuthorId = by,
            CreatedAt = when,
            ContainerId = content.Id,
            ParentId = answered?.Id,
            Location = location,
            MarkerRef = about?.Marker,
            Selection = about?.Selection,
            Resolution = seed.Status,
            ResolutionModifierId = isSettled ? User(seed.ResolvedBy ?? "alice", $"{where}, resolvedBy") : null,
            ResolutionModifiedAt = isSettled ? when.AddHours(1) : null,
            Versions = [new ContentVersion { Number = 1, AuthorId = by, When = when, Title = $"Re: {content.Title}", Body = Named(seed.Body) }],
        };
        comment.Likes.AddRange(seed.Likes.Select(user => new Like(User(user, $"{where}, likes"), when)));
        state.Contents.Add(comment);
        foreach (SeedComment reply in seed.Replies) Plant(reply, content, comment, location, about, where);
    }

    private byte[] Data(SeedUpload upload, string where)
    {
        if (new[] { upload.File, upload.Text, upload.Base64 }.Count(source => source is not null) != 1) throw Wrong(where, "it needs one of file, text and base64.");
        if (upload.File is not null) return Bytes(upload.File, $"{where}, file");
        if (upload.Text is not null) return Encoding.UTF8.GetBytes(upload.Text);
        return Base64.IsValid(upload.Base64) ? Convert.FromBase64String(upload.Base64!) : throw Wrong($"{where}, base64", "this is not base64.");
    }

    private static IEnumerable<string> Words(StorageElement element) => element.Children.SelectMany(child => child switch
    {
        StorageText text => [text.Value],
        StorageElement inner => Words(inner),
        _ => [],
    });

    private static string MediaTypeOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".svg" => "image/svg+xml",
        ".pdf" => "application/pdf",
        ".csv" => "text/csv",
        ".txt" or ".log" => "text/plain",
        ".md" => "text/markdown",
        ".json" => "application/json",
        ".xml" => "application/xml",
        ".zip" => "application/zip",
        _ => "application/octet-stream",
    };
}
