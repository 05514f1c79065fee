using System.Text;

namespace CreditScoring.Inbox;

/// <summary>The text of a request, read only as far as there is room for it in memory.</summary>
public static class BodyText
{
    /// <summary>What a request takes at least, however short it is.</summary>
    private const int Least = 16 << 10;

    private const int Piece = 16 << 10;

    /// <exception cref="InboxFull">There was no room in time.</exception>
    public static async Task<string> ReadAsync(
        HttpRequest request, InboxQueue inbox, WaitingRoom.Stay stay, CancellationToken gone)
    {
        // What is packed, or does not say how long it is, takes more room as it is read.
        var said = request.ContentLength ?? 0;
        await Room(Math.Max(Least, 2 * said));
        using var body = new StreamReader(request.Body, Encoding.UTF8, false);
        var text = new StringBuilder((int)Math.Min(said, Piece));
        var piece = new char[Piece];
        while (await body.ReadAsync(piece, gone) is > 0 and var read)
        {
            text.Append(piece, 0, read);
            await Room(Math.Max(Least, 2L * text.Length));
        }

        return text.ToString();

        async Task Room(long octets)
        {
            if (!await stay.HasAsync(octets, inbox.Patience, gone))
            {
                throw inbox.Full();
            }
        }
    }
}
