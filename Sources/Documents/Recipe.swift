/// Recipes: figures as text.
public enum Documents_ {}
