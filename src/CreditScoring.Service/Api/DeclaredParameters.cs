using System.Collections.Concurrent;
using System.Reflection;
using CreditScoring.Documents;
using CreditScoring.Service.Answers;
using CreditScoring.Service.Contract;
using Microsoft.Extensions.Primitives;

namespace CreditScoring.Service.Api;

/// <summary>
/// What a path may be asked: the parameters that its handler declares, each at most once and with a
/// value, of the API one of the words that the contract has. Another one is refused, since an answer that
/// ignores it is the answer to another question.
/// </summary>
public static class DeclaredParameters
{
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Query.Count > 0 && PageMark.IsOn(context))
        {
            context.Request.Query = AsMeant(context.Request.Query);
        }

        var wrong = context.Request.Query.Count > 0 && context.GetEndpoint() is RouteEndpoint asked
            && asked.Metadata.GetMetadata<MethodInfo>() is not null
            ? FaultOf(context.Request.Query, [.. HandlerParameters.Of(asked)
                .Where(each => !each.InPath).Select(each => each.Name)], PageMark.IsOn(context)) : null;
        return wrong is null ? next(context) : wrong.ExecuteAsync(context);
    }

    /// <summary>
    /// A form sends a field also where nothing is written in it, and a choice of several as several.
    /// </summary>
    private static QueryCollection AsMeant(IQueryCollection sent) => new(sent
        .Select(each => (each.Key, Said: each.Value.Where(text => !string.IsNullOrWhiteSpace(text))))
        .Where(each => each.Said.Any())
        .ToDictionary(
            each => each.Key, each => new StringValues(string.Join(',', each.Said)),
            StringComparer.OrdinalIgnoreCase));

    /// <param name="ofPage">Pages have words of their own, which their forms offer.</param>
    private static Problem? FaultOf(IQueryCollection query, IReadOnlyList<string> names, bool ofPage)
    {
        foreach (var (name, values) in query)
        {
            if (!names.Contains(name, StringComparer.Ordinal))
            {
                return Unknown(name, names);
            }

            if (values.Count != 1)
            {
                return Problems.BadParameter(name, "每个参数只写一次", "give each parameter once");
            }

            if (string.IsNullOrWhiteSpace(values[0]))
            {
                return Problems.BadParameter(name, "写明值，或不写此参数", "give it a value, or leave it out");
            }

            if (!ofPage && ApiParameter.All.GetValueOrDefault(name)?.Schema.Words is { Count: > 0 } words
                && Parameters.OneOf(name, values[0], words) is { } other)
            {
                return other;
            }
        }

        return null;
    }

    private static Problem Unknown(string name, IReadOnlyList<string> names)
    {
        var all = string.Join(", ", names);
        var mend = NearMiss.Of(name, names) is { } meant
            ? new Wording($"是否指 {meant}？", $"did you mean {meant}?")
            : names.Count == 0 ? new Wording("此路径不带参数", "this path takes no parameters")
            : new Wording($"可用参数：{all}", $"it takes {all}");
        return new Problem(
            StatusCodes.Status400BadRequest, "parameter-unknown",
            new Wording(
                $"此路径没有参数 {Spelling.Shown(name)}", $"this path has no parameter {Spelling.Shown(name)}"),
            mend);
    }
}
