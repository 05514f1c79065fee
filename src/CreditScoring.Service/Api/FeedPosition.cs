using System.Globalization;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Api;

/// <summary>
/// A position of the feed with the epoch of the record that gave it: <c>EPOCH.6</c>. A number alone is
/// taken by a record that was never restored, since only it can have given it; 0 is the beginning of
/// any.
/// </summary>
public static class FeedPosition
{
    public static string Of(RecordEpoch epoch, long position) => epoch.At(position);

    /// <param name="text">Absent: the beginning.</param>
    public static Problem? Read(string? text, RecordEpoch epoch, out long position)
    {
        position = 0;
        var parts = (text ?? "0").Split('.');
        if (parts.Length > 2 || !long.TryParse(
            parts[^1], NumberStyles.None, CultureInfo.InvariantCulture, out position))
        {
            return Problems.BadParameter("after", "使用上次应答的 next", "use the 'next' of the last answer");
        }

        var own = parts.Length == 2 ? parts[0] == epoch.Id : epoch.Original;
        return position == 0 || own ? null : Foreign(epoch);
    }

    /// <summary>The follower has read what this record does not have.</summary>
    public static Problem Foreign(RecordEpoch epoch) => new(
        StatusCodes.Status410Gone, "position-foreign",
        new Wording(
            "该位置属于档案库恢复之前的状态，其后的建议可能未读到",
            "the position is of this record before it was restored, or of another one: what it gives after "
            + "it would leave recommendations out"),
        new Wording(
            $"从头读取：?after={Of(epoch, 0)}；重复的建议 id 相同",
            $"read from the beginning: ?after={Of(epoch, 0)}; a recommendation that you know has the same "
                + "id"));
}
