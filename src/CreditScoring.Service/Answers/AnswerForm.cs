using System.Text;
using CreditScoring.Documents;
using Microsoft.Net.Http.Headers;

namespace CreditScoring.Service.Answers;

/// <summary>A form in which an answer can be had, chosen by the header Accept.</summary>
/// <param name="MediaType">As Accept asks for it.</param>
/// <param name="Write">The answer's JSON and its shape -> its octets.</param>
public sealed record AnswerForm(string MediaType, Func<string, AnswerShape, byte[]> Write)
{
    public static readonly AnswerForm Json = new(
        "application/json", (text, _) => Encoding.UTF8.GetBytes(text));

    /// <summary>What a list can be had as: an item a row, or a line.</summary>
    private static readonly IReadOnlyList<AnswerForm> OfLists =
    [
        Json,
        new("text/csv", (text, shape) => CsvTable.Write(Table.Of(text, (IListShape)shape))),
        new(Workbook.MediaType,
            (text, shape) => Workbook.Write(Table.Of(text, (IListShape)shape))),
        new("application/x-ndjson", (text, _) => Table.Lines(text)),
    ];

    public string ContentType => MediaType.StartsWith("text/", StringComparison.Ordinal)
        || this == Json ? $"{MediaType}; charset=utf-8" : MediaType;

    public static IReadOnlyList<AnswerForm> OfferedFor(AnswerShape shape) =>
        shape is IListShape ? OfLists : [Json];

    /// <summary>The first that is offered and wanted most.</summary>
    /// <returns>Null: none of what is offered is wanted.</returns>
    public static AnswerForm? Chosen(HttpRequest request, AnswerShape shape)
    {
        var offered = OfferedFor(shape);
        if (request.Headers.Accept.Count == 0
            || !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var wanted))
        {
            return offered[0];
        }

        return wanted.Where(each => each.Quality is not 0)
            .OrderByDescending(each => each, MediaTypeHeaderValueComparer.QualityComparer)
            .Select(each => offered.FirstOrDefault(form =>
                new MediaTypeHeaderValue(form.MediaType).IsSubsetOf(Plain(each))))
            .FirstOrDefault(form => form is not null);
    }

    public static Problem NotOffered(AnswerShape shape)
    {
        var all = string.Join(", ", OfferedFor(shape).Select(form => form.MediaType));
        return new Problem(
            StatusCodes.Status406NotAcceptable, "form-not-offered",
            new Wording("没有所要求的格式", "the answer is not to be had in that form"),
            new Wording($"Accept 可用：{all}", $"Accept one of {all}"));
    }

    private static MediaTypeHeaderValue Plain(MediaTypeHeaderValue wanted) => new(wanted.MediaType);
}
