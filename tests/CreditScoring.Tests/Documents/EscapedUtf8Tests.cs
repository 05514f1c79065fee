using System.Text;
using CreditScoring.Documents;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;

namespace CreditScoring.Tests.Documents;

public class EscapedUtf8Tests
{
    private static readonly byte[][] Pieces =
    [
        [0], [0x41], [0x7F], [0x80], [0xC0], [0xC3], [0xBF], [0xD6], [0xE4], [0xB8], [0xAD], [0xED, 0xB2, 0x80],
        [0xF0], [0x9F, 0x80], [0x84], [0xF0, 0x9F, 0x80, 0x84], [0xEF, 0xBF, 0xBD], [0xFE, 0xFF], [0xF4, 0x90],
    ];

    [FsCheck.NUnit.Property]
    public Property Any_octets_come_back_as_they_were_however_they_are_cut() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<NonEmptyArray<byte>>(), (picks, sizes) =>
        {
            var octets = picks.SelectMany(pick => Pieces[pick % Pieces.Length]).ToArray();
            var text = EscapedUtf8.Text(octets);
            return EscapedUtf8.Octets(text).AsSpan().SequenceEqual(octets) && Cut(octets, sizes.Get) == text
                && Read(octets) == text;
        });

    [TestCase("{\"名\": \"🀄\uFFFD\"}", TestName = "A_text_in_UTF_8_is_read_as_ever")]
    [TestCase("", TestName = "No_text_is_no_text")]
    public void A_text_that_is_UTF_8_has_nothing_escaped(string text)
    {
        Assert.That(EscapedUtf8.Text(Encoding.UTF8.GetBytes(text)), Is.EqualTo(text));
        Assert.That(EscapedUtf8.HasOctets(text), Is.False);
        Assert.That(EscapedUtf8.Shown(text), Is.EqualTo(text));
    }

    [Test]
    public void Octets_of_another_encoding_are_told_apart_from_characters_that_were_sent()
    {
        // 中 in GB18030, between a character of two halves and the replacement character itself.
        byte[] octets = [.. Encoding.UTF8.GetBytes("🀄"), 0xD6, 0xD0, .. Encoding.UTF8.GetBytes("\uFFFD")];
        var text = EscapedUtf8.Text(octets);
        Assert.That(EscapedUtf8.HasOctets(text), Is.True);
        Assert.That(EscapedUtf8.Shown(text), Is.EqualTo("🀄\\xD6\\xD0\uFFFD"));
        Assert.That(EscapedUtf8.Octets(text), Is.EqualTo(octets));
    }

    private static string Cut(byte[] octets, byte[] sizes)
    {
        var decoder = EscapedUtf8.Instance.GetDecoder();
        var (text, room) = (new StringBuilder(), new char[16]);
        for (int at = 0, piece = 0; at < octets.Length; piece++)
        {
            var size = Math.Min(octets.Length - at, sizes[piece % sizes.Length] % 6);
            size = size == 0 ? 1 : size;
            text.Append(room, 0, decoder.GetChars(octets, at, size, room, 0, flush: false));
            at += size;
        }

        return text.Append(room, 0, decoder.GetChars([], 0, 0, room, 0, flush: true)).ToString();
    }

    private static string Read(byte[] octets)
    {
        using var reader = new StreamReader(new MemoryStream(octets), EscapedUtf8.Instance, false, 128);
        return reader.ReadToEnd();
    }
}
