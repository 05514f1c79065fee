using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using CreditScoring.Service.Ports;
using Microsoft.AspNetCore.Http.Features;

namespace CreditScoring.Service.Api;

/// <summary>Texts of a request's path and query -> values, or the refusal.</summary>
public static class Parameters
{
    /// <summary>
    /// U+0000 is in no id, and no text of PostgreSQL can hold it: whoever asks for it is told so,
    /// whatever the parameter and the record.
    /// </summary>
    public static Task RefuseNul(HttpContext context, RequestDelegate next) =>
        context.Request.Path.Value?.Contains('\0') == true
            ? Problems.BadParameter("path", "不得含 U+0000", "leave out U+0000").ExecuteAsync(context)
        : context.Request.Query.FirstOrDefault(each => each.Value.Any(text => text?.Contains('\0') == true))
            is { Key: { } name }
            ? Problems.BadParameter(name, "不得含 U+0000", "leave out U+0000").ExecuteAsync(context)
        : next(context);

    /// <summary>A day; absent: <paramref name="otherwise"/>.</summary>
    public static Problem? Day(string? text, DateOnly otherwise, out DateOnly day)
    {
        day = otherwise;
        return text is null || DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? null
            : Problems.BadParameter("on", "写成 2025-07-31 的形式", "write a day as 2025-07-31");
    }

    /// <summary>A day by the name of its parameter; absent: null.</summary>
    public static Problem? Day(string name, string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return null;
        }

        return Problems.BadParameter(name, "写成 2025-07-31 的形式", "write a day as 2025-07-31");
    }

    /// <summary>
    /// The instant as known at which, with its offset; absent: null. What will be known at an instant
    /// that is still to come cannot be told: the answer would change. Where the clock has gone back, what
    /// the record has already may be asked for. The record knows instants by the millisecond.
    /// </summary>
    public static Problem? KnownAt(
        string? text, DateTimeOffset now, RecordedInstants given, out DateTimeOffset? instant)
    {
        instant = null;
        if (text is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(
            text, "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var read))
        {
            instant = read;
            var (asked, clock) = (read.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
            var last = given.Recorded.ToUnixTimeMilliseconds();
            return asked < clock || asked < given.Next.ToUnixTimeMilliseconds()
                || (clock < last && asked == last) ? null
                : Problems.BadParameter(
                    "knownAt", "须早于当前时刻", "ask for an instant that has passed");
        }

        return Problems.BadParameter(
            "knownAt", "写成 2025-08-01T00:00:00Z 的形式", "write an instant as 2025-08-01T00:00:00Z");
    }

    public static Problem? Limit(string? asked, out int limit)
    {
        limit = ApiParameter.UsualItems;
        return asked is null || (int.TryParse(
                asked, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
            && limit is >= 1 and <= ApiParameter.MostItems) ? null
            : Problems.BadParameter(
                "limit", $"1 至 {ApiParameter.MostItems}", $"from 1 to {ApiParameter.MostItems}");
    }

    /// <summary>The subject of a path; its id is one segment, in which '/' is written %2F.</summary>
    public static Problem? Subject(
        EventCatalogue catalogue, string? kind, string id, HttpRequest request, out Subject subject)
    {
        var whole = IdOf(request) ?? id;
        return catalogue.TrySubject(kind ?? "operator", whole, out subject, out var flaw, kept: true) ? null
            : new Problem(
                StatusCodes.Status400BadRequest, "subject-invalid", flaw!.Value,
                new Documents.Wording(
                    "核对主体代码与 kind 参数", "check the subject's id and the parameter kind"));
    }

    // As it was sent, and unescaped once: the server's own reading leaves %2F and undoes %25, so that
    // an id with "/" and one with "%2F" would be the same.
    private static string? IdOf(HttpRequest request)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var segments = target.Split('?')[0].Split('/');
        var enterprises = Array.FindIndex(
            segments, each => each.Equals("enterprises", StringComparison.OrdinalIgnoreCase));
        return enterprises >= 0 && enterprises + 1 < segments.Length
            ? Uri.UnescapeDataString(segments[enterprises + 1]) : null;
    }

    /// <summary>One of the values in use, told apart by case; absent: any.</summary>
    public static Problem? OneOf(string name, string? text, IEnumerable<string> inUse)
    {
        var known = inUse.Distinct().Order(StringComparer.Ordinal).ToList();
        if (text is null || known.Contains(text, StringComparer.Ordinal))
        {
            return null;
        }

        var all = string.Join(", ", known);
        return Documents.NearMiss.Of(text, known) is { } meant
            ? Problems.BadParameter(name, $"是否指 {meant}？", $"did you mean {meant}?")
            : Problems.BadParameter(name, $"可用值：{all}", $"one of {all}");
    }

    /// <summary>The digits with which the codes of a region begin.</summary>
    public static Problem? Region(string? text, out string? digits)
    {
        digits = null;
        if (text is null)
        {
            return null;
        }

        if (Enterprises.Region.TryParse(text, out var region, out var flaw))
        {
            digits = region!.Prefix;
            return null;
        }

        return Problems.BadParameter("region", flaw!.Value.Zh, flaw.Value.En);
    }

    public static string After(StandingKey key) => Cursor(key.Regime, key.Subject.Kind, key.Subject.Id);

    public static Problem? After(string? text, out StandingKey? key)
    {
        key = null;
        if (text is null)
        {
            return null;
        }

        if (Cursor(text) is not [var regime, var kind, var id])
        {
            return BadAfter;
        }

        key = new StandingKey(regime, new Subject(kind, id));
        return null;
    }

    /// <summary>Where an event stands in the order of source and id.</summary>
    public static string After(EventId id) => Cursor(id.Source, id.Id);

    public static Problem? After(string? text, out EventId? id)
    {
        id = null;
        if (text is null)
        {
            return null;
        }

        if (Cursor(text) is not [var source, var number])
        {
            return BadAfter;
        }

        id = new EventId(source, number);
        return null;
    }

    /// <summary>Where a source stands in their order.</summary>
    public static string Source(string source) => Cursor([source]);

    public static Problem? Source(string? text, out string? source)
    {
        source = null;
        if (text is null)
        {
            return null;
        }

        if (Cursor(text) is not [{ Length: > 0 } name])
        {
            return BadAfter;
        }

        source = name;
        return null;
    }

    /// <summary>A position in the order of keeping; absent: 0, before the first.</summary>
    public static Problem? Position(string? text, out long position)
    {
        position = 0;
        return text is null
            || long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out position)
                ? null
                : BadAfter;
    }

    /// <summary>A position as 'next' says it.</summary>
    public static string Position(long position) => position.ToString(CultureInfo.InvariantCulture);

    public static Problem BadAfter { get; } =
        Problems.BadParameter("after", "使用上一页的 next", "use the 'next' of the page before");

    /// <summary>A place in an order as 'next' says it.</summary>
    internal static string Cursor(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('\n', parts)));

    /// <returns>No parts: it is not what an answer has given.</returns>
    internal static string[] Cursor(string text)
    {
        // Asked first: decoding throws at what is not so written.
        return Base64Url.IsValid(text)
            && Base64Url.DecodeFromChars(text) is var octets
            && Utf8.IsValid(octets) && !octets.Contains((byte)0)
            ? Encoding.UTF8.GetString(octets).Split('\n') : [];
    }
}
