using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;

namespace CreditScoring.Service.Contract;

/// <summary>The parameters that a path takes: those that its handler declares.</summary>
public static class HandlerParameters
{
    private static readonly ConcurrentDictionary<Endpoint,
    IReadOnlyList<(string Name, bool InPath)>> Known = new();

    public static IReadOnlyList<(string Name, bool InPath)> Of(RouteEndpoint endpoint) =>
        Known.GetOrAdd(endpoint, _ => Read(endpoint));

    private static IReadOnlyList<(string Name, bool InPath)> Read(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<MethodInfo>() is not { } handler ? []
            :
            [
                .. handler.GetParameters()
                    .Where(each => each.GetCustomAttribute<FromServicesAttribute>() is null)
                    .SelectMany(Names)
                    .Select(name => (name, endpoint.RoutePattern.GetParameter(name) is not null)),
            ];

    /// <summary>Of several that a type takes together, each.</summary>
    private static IEnumerable<string> Names(ParameterInfo each) =>
        each.GetCustomAttribute<AsParametersAttribute>() is not null
            ? each.ParameterType.GetProperties().Select(
                property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        : IsPlain(Nullable.GetUnderlyingType(each.ParameterType) ?? each.ParameterType) ? [each.Name!] : [];

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive;
}
