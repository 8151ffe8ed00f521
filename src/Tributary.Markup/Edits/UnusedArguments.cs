using System.Text.Json;

namespace Tributary.Markup.Edits;

/// <summary>Refuses what an operation would not look at: a caller who gives it means another operation, or a smaller place.</summary>
internal static class UnusedArguments
{
    /// <returns>Null where the operation takes all that is given.</returns>
    public static EditProblem? Of(EditOperation operation, int number)
    {
        foreach ((string name, bool isGiven, string takers) in Given(operation))
        {
            if (isGiven && !Takes(operation).Contains(name)) return new EditProblem(EditProblemCode.Invalid, number, $"{Wire(operation.Action)} does not take `{name}`; {takers}.", []);
        }

        return operation switch
        {
            { Action: EditAction.CheckTask, Node: not null, Find.Length: > 0 } => new EditProblem(EditProblemCode.Invalid, number, "`node` and `find` exclude each other: both name the task.", []),
            { Action: EditAction.Move, Before: not null, After: not null } => new EditProblem(EditProblemCode.Invalid, number, "`before` and `after` exclude each other.", []),
            _ => null,
        };
    }

    // An empty text may stand for what was left out.
    private static (string Name, bool IsGiven, string Takers)[] Given(EditOperation operation) =>
    [
        ("section", operation.Section is not null, "give the handle as `node`"),
        ("node", operation.Node is not null, "leave it out"),
        ("find", operation.Find is { Length: > 0 }, operation.Action == EditAction.Delete ? "replace_text with `content` \"\" takes words away" : "replace_text changes the words that it names"),
        ("occurrence", operation.Occurrence is not null, operation.Action == EditAction.CheckTask ? "give the task's handle as `node`" : "replace_text takes it with `find`"),
        ("all", operation.All, "replace_text takes it with `find`"),
        ("before", operation.Before is not null, "move takes it, and insert_before puts `content` before a `section` or `node`"),
        ("after", operation.After is not null, "move takes it, and insert_after puts `content` behind a `section` or `node`"),
        ("row", operation.Row is not null, "set_cell, set_row, insert_row and delete_row take it"),
        ("column", operation.Column is not null, "set_cell takes it"),
        ("cells", operation.Cells is { Count: > 0 }, "set_row and insert_row take it"),
        ("name", operation.Name is not null, "set_parameter takes it"),
        ("content", operation.Content is { Length: > 0 }, operation.Action switch
        {
            EditAction.SetRow or EditAction.InsertRow => "give `cells`",
            EditAction.CheckTask => "replace_text changes its words",
            _ => "replace writes new blocks in a place",
        }),
    ];

    private static string[] Takes(EditOperation operation) => operation.Action switch
    {
        EditAction.Delete => ["section", "node"],
        EditAction.Move => ["section", "node", "before", "after"],
        EditAction.ReplaceText => ["section", "node", "find", "content", "occurrence", "all"],
        EditAction.SetCell => ["node", "row", "column", "content"],
        EditAction.InsertRow or EditAction.SetRow => ["node", "row", "cells"],
        EditAction.DeleteRow => ["node", "row"],
        EditAction.CheckTask => ["node", "find"],
        EditAction.SetParameter => ["node", "name", "content"],
        _ => ["section", "node", "content"],
    };

    private static string Wire(EditAction action) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{action}");
}
