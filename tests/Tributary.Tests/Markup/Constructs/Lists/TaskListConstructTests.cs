namespace Tributary.Tests.Markup.Constructs.Lists;

public sealed class TaskListConstructTests
{
    [Theory(Timeout = 10000)]
    [InlineData("<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body><ac:link><ri:user ri:username=\"bob\" /></ac:link> draw it by <time datetime=\"2026-12-04\" /></ac:task-body></ac:task><ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>done<ac:task-list><ac:task><ac:task-id>3</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>inside</ac:task-body></ac:task></ac:task-list></ac:task-body></ac:task></ac:task-list>", "list Task\n  item open\n    p @name/bob draw it by :date[2026-12-04]\n  item done\n    p done\n    list Task\n      item open\n        p inside")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>1</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body><p><ac:structured-macro ac:name=\"profile\" ac:schema-version=\"1\"><ac:parameter ac:name=\"user\"><ri:user ri:username=\"bob\" /></ac:parameter></ac:structured-macro></p></ac:task-body></ac:task></ac:task-list>", "list Task\n  item open\n    p :profile{user=\"user:name/bob\"}")]
    public Task Tasks_are_read_and_written(string storage, string model) => Construct.IsReadAndWritten(storage, model);

    [Theory(Timeout = 10000)]
    [InlineData("<ac:task-list><ac:task><ac:task-id>11</ac:task-id><ac:task-uuid>u</ac:task-uuid><ac:task-status>complete</ac:task-status><ac:task-body><span class=\"placeholder-inline-tasks\">a<ul><li>b</li></ul></span></ac:task-body></ac:task></ac:task-list>", "list Task\n  item done\n    p a\n    list Bullet\n      item\n        p b")]
    [InlineData("<ac:task-list><ac:task><ac:task-id>1</ac:task-id></ac:task><ac:task-list><ac:task><ac:task-id>2</ac:task-id><ac:task-status>complete</ac:task-status><ac:task-body>nested</ac:task-body></ac:task></ac:task-list></ac:task-list>", "list Task\n  item open\n  item open\n    list Task\n      item done\n        p nested")]
    public Task The_wrapper_that_the_editor_puts_around_a_task_is_not_seen(string storage, string model) => Construct.IsRead(storage, model);
}
