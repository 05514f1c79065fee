using CreditScoring.Documents;
using CreditScoring.Planning;

namespace CreditScoring.Service.Api;

/// <summary>What came of a visit that a plan or a draw asks for, as both answer it.</summary>
internal static class VisitResultJson
{
    /// <typeparam name="T">What has the visit.</typeparam>
    public static IReadOnlyList<JsonMember<T>> Of<T>(
        Func<T, VisitState> state, Func<T, VisitResult> result) =>
    [
        new("state", "检查和公开的状态", "how it stands with visit and publication",
            each => DrawJson.Word(state(each))),
        new("visitedOn", "检查之日", "the day of the visit", each => result(each).VisitedOn) { MayBeNull = true },
        new("outcome", "检查结果", "what was found", each => result(each).Outcome) { MayBeNull = true },
        new("publishedOn", "结果公开之日", "the day on which it was made public",
            each => result(each).PublishedOn)
        {
            MayBeNull = true,
        },
        new("publishBy", "应当公开的最后一日", "the last day for making it public",
            each => result(each).PublishBy)
        {
            MayBeNull = true,
        },
    ];
}
