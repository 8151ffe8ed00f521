namespace Tributary.Tools.Writing;

/// <summary>The forms in which a body can be written.</summary>
internal enum WriteFormat
{
    Markdown,
    Storage,
}
