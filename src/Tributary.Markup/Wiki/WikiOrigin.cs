using Tributary.Markup.Model;

namespace Tributary.Markup.Wiki;

/// <param name="BodyStart">Where the block's own markup ends and what it says begins: after <c>h1. </c>, after a list's marker, after <c>{quote}</c>.</param>
/// <param name="BodyEnd">Where the closing markup begins; the end of the block where there is none.</param>
internal sealed record WikiOrigin(int Start, int End, int BodyStart, int BodyEnd) : Origin(Start, End);
