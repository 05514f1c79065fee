using System.Collections.Concurrent;
using System.Reflection;
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
                    .Where(
                        each => IsPlain(Nullable.GetUnderlyingType(each.ParameterType) ?? each.ParameterType)
                        && each.GetCustomAttribute<FromServicesAttribute>() is null)
                    .Select(each => (each.Name!, endpoint.RoutePattern.GetParameter(each.Name!) is not null)),
            ];

    private static bool IsPlain(Type type) => type == typeof(string) || type.IsPrimitive;
}
