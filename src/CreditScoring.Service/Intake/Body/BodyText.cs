using System.Text;
using CreditScoring.Documents;

namespace CreditScoring.Service.Intake.Body;

/// <summary>
/// The text of a request, read only as far as there is room for it in memory. What a sender
/// announces takes no room, only what has come; and all of it has to come within a time.
/// </summary>
public static class BodyText
{
    /// <summary>What a request takes at least, however short it is.</summary>
    private const int Least = 16 << 10;

    private const int Piece = 16 << 10;

    private static readonly Encoding Utf8 = EscapedUtf8.Instance;

    /// <exception cref="InboxFull">There was no room in time.</exception>
    /// <exception cref="BodyDamaged">It cannot be unpacked, or is cut off.</exception>
    /// <exception cref="BodyTooSlow">It did not come in time.</exception>
    public static async Task<string> ReadAsync(
        HttpRequest request, InboxQueue inbox, AddressShares.Guest guest, TimeSpan atMost,
        CancellationToken gone)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(gone);
        patience.CancelAfter(atMost);
        try
        {
            var (text, octets) = await ReadAsync(request, inbox, guest, patience.Token);
            return PackedBody.IsWhole(request.HttpContext, octets) ? text : throw new BodyDamaged();
        }
        catch (OperationCanceledException) when (!gone.IsCancellationRequested)
        {
            throw new BodyTooSlow();
        }
        catch (Exception damaged) when (damaged
            is InvalidDataException or IOException { InnerException: OverflowException })
        {
            throw new BodyDamaged(damaged);
        }
    }

    private static async Task<(string Text, long Octets)> ReadAsync(
        HttpRequest request, InboxQueue inbox, AddressShares.Guest guest, CancellationToken stop)
    {
        await Room(Least);
        var text = new StringBuilder();
        var decoder = Utf8.GetDecoder();
        var octets = new byte[Piece];
        var characters = new char[Utf8.GetMaxCharCount(Piece)];
        var total = 0L;
        while (true)
        {
            var read = await request.Body.ReadAsync(octets, stop);
            var written = decoder.GetChars(octets.AsSpan(0, read), characters, flush: read == 0);
            await Room(Math.Max(Least, 2L * (text.Length + written)));
            text.Append(characters, 0, written);
            total += read;
            if (read == 0)
            {
                return (text.ToString(), total);
            }
        }

        async Task Room(long octets)
        {
            if (!await guest.HasAsync(octets, inbox.Patience, stop))
            {
                throw inbox.Full();
            }
        }
    }
}
