using System.Buffers;
using System.Globalization;
using System.Text;

namespace CreditScoring.Documents;

/// <summary>
/// A text by which things are told apart (编号、来源、主体标识、文号): what a person sees of it is all
/// there is of it, so that two that look alike are one and two that differ can be seen to differ.
/// </summary>
public static class IdentityText
{
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // Ideographs that stand among the compatibility ideographs and are not: Unicode, block U+F900.
    private static readonly SearchValues<char> Unified =
        SearchValues.Create("\uFA0E\uFA0F\uFA11\uFA13\uFA14\uFA1F\uFA21\uFA23\uFA24\uFA27\uFA28\uFA29");

    // Letters to the eye, and blank to it: Hangul fillers, the blank of Braille, vowels of Khmer.
    private static readonly SearchValues<char> Blank =
        SearchValues.Create("\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u2800\u3164\uFFA0");

    /// <summary>The first character that may not stand in such a text; null: all may.</summary>
    /// <param name="wide">Whether full-width letters and digits may, as in document numbers.</param>
    public static Trouble? Find(string text, bool wide = false)
    {
        if (!wide && text.IndexOf("  ", StringComparison.Ordinal) is >= 0 and var blanks)
        {
            return new Trouble(TroubleKind.Blanks, blanks, new Rune(' '));
        }

        for (var at = text.AsSpan().IndexOfAnyExcept(Plain); at >= 0 && at < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var kind = KindOf(rune);
            if (kind != TroubleKind.None && (kind != TroubleKind.Wide || !wide))
            {
                return new Trouble(kind, at, rune);
            }

            at += length;
        }

        return null;
    }

    /// <summary>
    /// The first character of a document that nobody sees; control characters are damage of another kind.
    /// </summary>
    /// <returns>Null: there is none.</returns>
    public static (int At, Rune Character)? FindUnseen(string document)
    {
        var at = document.AsSpan().IndexOfAnyExceptInRange('\0', '\x7F');
        while (at >= 0 && at < document.Length)
        {
            Rune.DecodeFromUtf16(document.AsSpan(at), out var rune, out var length);
            if (!rune.IsAscii && IsInvisible(rune))
            {
                return (at, rune);
            }

            at += length;
        }

        return null;
    }

    /// <summary>A full-width letter or digit as one of ASCII; any other character as it is.</summary>
    public static char Narrow(char character) =>
        character is (>= '\uFF10' and <= '\uFF19') or (>= '\uFF21' and <= '\uFF3A')
            or (>= '\uFF41' and <= '\uFF5A')
            ? (char)(character - 0xFEE0) : character;

    private static TroubleKind KindOf(Rune rune) =>
        IsInvisible(rune) ? TroubleKind.Invisible
        : IsDoubled(rune.Value) ? TroubleKind.Doubled
        : rune.IsBmp && Narrow((char)rune.Value) != rune.Value ? TroubleKind.Wide
        : TroubleKind.None;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        UnicodeCategory.SpaceSeparator => rune.Value != ' ',
        _ => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
            || (rune.IsBmp && Blank.Contains((char)rune.Value)),
    };

    /// <summary>
    /// What Unicode writes in two ways that look alike, in the way that is not form C. By hand, since
    /// without the tables of a culture library nothing is normalised.
    /// </summary>
    private static bool IsDoubled(int value) => value switch
    {
        >= 0x0300 and <= 0x036F or >= 0x1AB0 and <= 0x1AFF or >= 0x1DC0 and <= 0x1DFF => true,
        >= 0x20D0 and <= 0x20FF or >= 0xFE20 and <= 0xFE2F or 0x3099 or 0x309A => true,
        >= 0x1100 and <= 0x11FF or >= 0xA960 and <= 0xA97F or >= 0xD7B0 and <= 0xD7FF => true,
        0x2126 or 0x212A or 0x212B or 0x2329 or 0x232A or 0x037E or 0x0387 => true,
        >= 0xF900 and <= 0xFAFF => !Unified.Contains((char)value),
        >= 0x2F800 and <= 0x2FA1F => true,
        _ => false,
    };

    /// <summary>Why a character may not stand in a text that tells things apart.</summary>
    public enum TroubleKind
    {
        /// <summary>It may.</summary>
        None,

        /// <summary>
        /// Nobody sees it: of no width, a blank that is not U+0020, of private use or unassigned.
        /// </summary>
        Invisible,

        /// <summary>Unicode has another way of writing what is seen.</summary>
        Doubled,

        /// <summary>A full-width letter or digit, which reads as a narrow one.</summary>
        Wide,

        /// <summary>Blanks side by side, which a page shows as one.</summary>
        Blanks,
    }

    /// <summary>A character that may not stand where it stands, and why.</summary>
    /// <param name="Kind">Why not.</param>
    /// <param name="At">Its offset in the text.</param>
    /// <param name="Character">The character.</param>
    public readonly record struct Trouble(TroubleKind Kind, int At, Rune Character)
    {
        private string Code => $"U+{Character.Value:X4}";

        public Wording What => Kind switch
        {
            TroubleKind.Wide => new Wording(
                $"第 {At + 1} 个字符是全角的“{Character}”，看上去与半角的相同",
                $"character {At + 1} is the full-width '{Character}', which reads as the narrow one"),
            TroubleKind.Blanks => new Wording(
                $"第 {At + 1} 个字符起有连续的空格，看上去像一个",
                $"from character {At + 1} on blanks stand side by side, which look like one"),
            TroubleKind.Doubled => new Wording(
                $"第 {At + 1} 个字符是 {Code}；看上去相同的文字另有标准写法（NFC）",
                $"character {At + 1} is {Code}: what is seen is written otherwise in form C (NFC)"),
            _ => new Wording(
                $"第 {At + 1} 个字符是看不见的字符 {Code}",
                $"character {At + 1} is {Code}, which nobody can see"),
        };

        public Wording Mend => Kind switch
        {
            TroubleKind.Wide => new Wording(
                $"写半角的“{Narrow((char)Character.Value)}”", $"write '{Narrow((char)Character.Value)}'"),
            TroubleKind.Blanks => new Wording("只写一个空格", "write one blank"),
            TroubleKind.Doubled => new Wording(
                "改用标准写法：合成的字母、统一汉字", "write the composed letter, or the unified ideograph"),
            _ => new Wording(
                "删去它；要空格的，用普通空格 U+0020", "remove it; for a blank, write U+0020"),
        };
    }
}
