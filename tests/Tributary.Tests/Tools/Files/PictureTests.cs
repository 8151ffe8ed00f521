using Tributary.Tools.Files;

namespace Tributary.Tests.Tools.Files;

public sealed class PictureTests
{
    [Theory]
    [InlineData("89504E470D0A1A0A0000000D4948445200000280000001E0", "image/png", 640, 480)]
    [InlineData("4749463839618002E001", "image/gif", 640, 480)]
    [InlineData("FFD8FFE000104A46494600010100000100010000FFC00011080" + "1E00280030122", "image/jpeg", 640, 480)]
    [InlineData("52494646000000005745425056503820000000000000009D012A8002E0010000", "image/webp", 640, 480)]
    [InlineData("52494646000000005745425056503858000000000000000" + "07F0200DF01000000", "image/webp", 640, 480)]
    [InlineData("5249464600000000574542505650384C000000002F7FC2770000000000000000", "image/webp", 640, 480)]
    public void Kind_and_size_are_read_from_the_first_bytes(string hex, string type, int width, int height) =>
        Assert.Equal(new Picture(type, width, height), Picture.Of(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("")]
    [InlineData("3C68746D6C3E")]
    [InlineData("FFD8FFE0")]
    [InlineData("FFD8FFE00000FFD8FFE00000")]
    [InlineData("FFD8FFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    [InlineData("89504E470D0A1A0A")]
    public void What_is_no_picture_or_cut_off_is_none(string hex) => Assert.Null(Picture.Of(Convert.FromHexString(hex)));

    [Fact]
    public void A_large_picture_costs_what_a_model_looks_at() =>
        Assert.Equal((410, 2459), (new Picture("image/png", 640, 480).Tokens, new Picture("image/png", 8000, 6000).Tokens));
}
